package dev.rapt.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.http.HttpServerRequest;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallersTest {

    @Test
    void aTokenInTheAddressIsNotPassedOn() {
        assertThat(Callers.onwardUri(request("/v1/meetings/m/bots/zoom?token=t0p&acks=true")))
                .isEqualTo("/v1/meetings/m/bots/zoom?acks=true");
        assertThat(Callers.onwardUri(request("/v1/m?acks=true&token=t0p"))).isEqualTo("/v1/m?acks=true");
        assertThat(Callers.onwardUri(request("/v1/m?token=t0p"))).isEqualTo("/v1/m");
        assertThat(Callers.onwardUri(request("/v1/m?token"))).isEqualTo("/v1/m");
        assertThat(Callers.onwardUri(request("/v1/m?tokens=3"))).isEqualTo("/v1/m?tokens=3");
        assertThat(Callers.onwardUri(request("/v1/token"))).isEqualTo("/v1/token");
    }

    @Test
    void anAdminHasEveryRoleAndNobodyElseHas() {
        Caller admin = caller("ops", Role.ADMIN);
        Caller viewer = caller("ada", Role.VIEWER);

        assertThat(admin.hasOneOf(Set.of(Role.INGEST))).isTrue();
        assertThat(viewer.hasOneOf(Set.of(Role.INGEST))).isFalse();
        assertThat(viewer.hasOneOf(Set.of(Role.INGEST, Role.VIEWER))).isTrue();
        assertThat(caller("nobody").hasOneOf(Set.of(Role.values()))).isFalse();
    }

    @Test
    void aNameCantBringALineOfItsOwnIntoALog() {
        assertThatThrownBy(() -> caller("ada\nroot")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> caller("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTokenIsOverFromTheMomentItExpires() {
        Instant end = Instant.parse("2027-01-01T00:00:00Z");
        Caller caller = Caller.signed("ada", Set.of(Role.VIEWER), end);

        assertThat(caller.isExpired(end.minusMillis(1))).isFalse();
        assertThat(caller.isExpired(end)).isTrue();
    }

    private static Caller caller(String name, Role... roles) {
        return new Caller(name, Set.of(roles), "", Optional.empty(), OptionalInt.empty(), OptionalInt.empty());
    }

    private static HttpServerRequest request(String uri) {
        return (HttpServerRequest) Proxy.newProxyInstance(
                CallersTest.class.getClassLoader(),
                new Class<?>[] {HttpServerRequest.class},
                (self, method, of) -> uri);
    }
}
