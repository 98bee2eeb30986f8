package dev.rapt.demo.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcknowledgementTest {

    @ParameterizedTest
    @CsvSource({
        "published, '', PUBLISHED, false",
        "absent, no-face, ABSENT, false",
        "rejected, corrupt-image, REJECTED, false",
        "rejected, overloaded, REJECTED, true",
        "skipped, superseded, SKIPPED, false",
        "failed, kafka-unavailable, FAILED, true",
    })
    void everyStatusIsUnderstood(String status, String reason, Fate fate, boolean again) {
        // When
        Acknowledgement acknowledgement = Acknowledgement.parse("{\"type\":\"ack\",\"participantId\":\"bob\","
                        + "\"capturedAt\":12,\"status\":\"" + status + "\",\"reason\":\"" + reason + "\",\"faces\":[]}")
                .orElseThrow();

        // Then
        assertThat(acknowledgement.key()).isEqualTo(new FrameKey("bob", 12));
        assertThat(acknowledgement.fate()).isEqualTo(fate);
        assertThat(acknowledgement.worthAnotherTry()).isEqualTo(again);
    }

    @Test
    void noReasonIsEmpty() {
        assertThat(Acknowledgement.parse("{\"type\":\"ack\",\"participantId\":\"b\",\"capturedAt\":1,"
                                + "\"status\":\"published\",\"reason\":null}")
                        .orElseThrow()
                        .reason())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"error\",\"reason\":\"bad-frame-header\"}",
                "{\"type\":\"ack\",\"status\":\"lost\"}",
                "{",
                ""
            })
    void anythingElseIsNone(String message) {
        assertThat(Acknowledgement.parse(message)).isEmpty();
    }
}
