package dev.rapt.access.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapt.access.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartRuleTest {

    @Test
    void openOnLoopbackMustListenOnLoopback() {
        Map<String, String> open = Map.of("rapt.access.open", "loopback");

        for (String host : new String[] {"127.0.0.1", "127.8.4.2", "localhost", "::1", "[::1]"}) {
            assertThatCode(() -> StartRule.judge(Settings.of(open), host))
                    .as(host)
                    .doesNotThrowAnyException();
        }
        for (String host : new String[] {"0.0.0.0", "::", "10.0.0.7", "rapt.example", "127.0.0.1.example"}) {
            assertThatThrownBy(() -> StartRule.judge(Settings.of(open), host))
                    .as(host)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("QUARKUS_HTTP_HOST");
        }
    }

    @Test
    void publishedOnLoopbackMayListenAnywhere() {
        Map<String, String> published = Map.of("rapt.access.open", "published-on-loopback");

        assertThatCode(() -> StartRule.judge(Settings.of(published), "0.0.0.0")).doesNotThrowAnyException();
    }

    @Test
    void tokensThatNobodyWouldNeedAreAMistake() {
        Map<String, String> both =
                Map.of("rapt.access.open", "loopback", "rapt.access.tokens-file", "/etc/tokens.yaml");

        assertThatThrownBy(() -> StartRule.judge(Settings.of(both), "127.0.0.1"))
                .isInstanceOf(IllegalStateException.class);
    }
}
