package dev.rapt.aggregator.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsentBodyTest {

    private final ConsentBody body = new ConsentBody(Settings.usual());

    private ConsentBody.Said read(String json) {
        return body.read(new ByteArrayInputStream(json.getBytes(UTF_8)));
    }

    @Test
    void readsAYesAndANo() {
        assertThat(read("{\"given\":true,\"noticeVersion\":\" 2026-11 \",\"noticeLanguage\":\"DE-at\"}"))
                .isEqualTo(new ConsentBody.Said(true, "2026-11", "de-AT", false));
        assertThat(read("{\"given\":false}")).isEqualTo(new ConsentBody.Said(false, "", "", false));
        assertThat(read("{\"given\":false,\"erase\":true,\"noticeVersion\":null}"))
                .isEqualTo(new ConsentBody.Said(false, "", "", true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{};bad-given",
                "{\"given\":\"yes\"};bad-given",
                "{\"given\":true};notice-missing",
                "{\"given\":true,\"noticeVersion\":\"\"};bad-notice-version",
                "{\"given\":true,\"noticeVersion\":7};bad-notice-version",
                "{\"given\":true,\"noticeVersion\":\"a\\nb\"};bad-notice-version",
                "{\"given\":true,\"noticeVersion\":\"1\",\"noticeLanguage\":\"german!\"};bad-notice-language",
                "{\"given\":true,\"noticeVersion\":\"1\",\"noticeLanguage\":\"\"};bad-notice-language",
                "{\"given\":true,\"noticeVersion\":\"1\",\"erase\":true};bad-erase",
                "{\"given\":false,\"erase\":\"all\"};bad-erase",
                "{\"given\":false,\"why\":\"so\"};unknown-field",
                "yes;not-json",
            })
    void saysWhatIsWrong(String json, String reason) {
        assertThat(Refusals.reason(() -> read(json))).isEqualTo(reason);
    }

    @Test
    void theLimitIsThatOfTheSettings() {
        assertThat(read(version(64)).noticeVersion()).hasSize(64);
        assertThat(Refusals.reason(() -> read(version(65)))).isEqualTo("bad-notice-version");
    }

    private static String version(int length) {
        return "{\"given\":true,\"noticeVersion\":\"" + "x".repeat(length) + "\"}";
    }
}
