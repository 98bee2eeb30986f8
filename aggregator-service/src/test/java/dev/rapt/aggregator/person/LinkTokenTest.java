package dev.rapt.aggregator.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTokenTest {

    private final SecureRandom random = new SecureRandom();

    @Test
    void isReadBackAndNeverTheSameTwice() {
        Set<String> all = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            LinkToken token = LinkToken.fresh("a.b:c-d_e", random);
            assertThat(LinkToken.of(Optional.of("Bearer " + token.text()))).contains(token);
            assertThat(LinkToken.of(Optional.of("bearer " + token.text()))).contains(token);
            assertThat(token.text()).matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{43}");
            all.add(token.text());
        }
        assertThat(all).hasSize(1_000);
    }

    @Test
    void isKnownByItsHashAlone() {
        LinkToken token = LinkToken.fresh("standup", random);
        LinkToken other = LinkToken.fresh("standup", random);

        assertThat(token.hasHash(token.sha256())).isTrue();
        assertThat(token.hasHash(other.sha256())).isFalse();
        assertThat(token.hasHash("")).isFalse();
        assertThat(token.sha256()).matches("[0-9a-f]{64}");
        assertThat(token.toString()).doesNotContain(token.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer x",
                "Bearer c3RhbmR1cA.",
                "Bearer c3RhbmR1cA.AAAA",
                "Bearer .AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "Bearer L2V0Yw.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "Bearer c3RhbmR1cA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.x",
                "Basic c3RhbmR1cA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void isNothingElse(String authorization) {
        assertThat(LinkToken.of(Optional.of(authorization))).isEmpty();
    }
}
