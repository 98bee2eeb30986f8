package dev.rapt.detector.ingest.bot.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapt.detector.ingest.bot.message.MalformedException;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

    private static final String SECRET = "YSBzZWNyZXQgb2YgdGhpcnR5LXR3byBieXRlcy4uLi4=";

    // Body and signature were made with Python's json and hmac
    private static final byte[] BODY =
            ("{\"trigger\": \"participant_events.join_leave\", \"idempotency_key\": \"k-1\", \"data\": {\"participant_name\":"
                            + " \"Zo\\u00eb \\\"Z\\\"\\n\\t\\u0001\\u007f \\ud83d\\ude00\", \"\\ud83d\\ude00\": 1, \"\\uffee\": 2,"
                            + " \"ratio\": 0.25, \"event_type\": \"join\"}, \"\\u00e9\": [true, null, -7]}")
                    .getBytes(UTF_8);
    private static final String SIGNATURE = "G65v0A0HH1Wsbi/MdNGmm5d5/ojHW+oYJdwHQevGMNo=";

    private final WebhookSignature signature = WebhookSignature.of(SECRET).orElseThrow();

    @Test
    void canonicalJsonIsWhatPythonWrites() throws Exception {
        assertThat(CanonicalJson.of(BODY))
                .isEqualTo(
                        "{\"data\":{\"event_type\":\"join\",\"participant_name\":\"Zoë \\\"Z\\\"\\n\\t\\u0001\u007f 😀\","
                                + "\"ratio\":0.25,\"\uffee\":2,\"😀\":1},\"idempotency_key\":\"k-1\","
                                + "\"trigger\":\"participant_events.join_leave\",\"é\":[true,null,-7]}");
        assertThat(CanonicalJson.of("{\"b\":[],\"a\":{}}".getBytes(UTF_8))).isEqualTo("{\"a\":{},\"b\":[]}");
    }

    @Test
    void aSignatureHoldsForItsBodyAndSecretOnly() throws Exception {
        assertThat(signature.holds(BODY, SIGNATURE)).isTrue();
        // The same value, written otherwise
        assertThat(signature.holds(CanonicalJson.of(BODY).getBytes(UTF_8), SIGNATURE))
                .isTrue();

        byte[] other = new String(BODY, UTF_8).replace("join\"", "leave\"").getBytes(UTF_8);
        assertThat(signature.holds(other, SIGNATURE)).isFalse();
        assertThat(WebhookSignature.of("b3RoZXI=").orElseThrow().holds(BODY, SIGNATURE))
                .isFalse();
    }

    @Test
    void whatIsNoSignatureDoesNotHold() throws Exception {
        assertThat(signature.holds(BODY, "")).isFalse();
        assertThat(signature.holds(BODY, "not base64!")).isFalse();
        assertThat(signature.holds(BODY, SIGNATURE.substring(4))).isFalse();
        assertThatThrownBy(() -> signature.holds("{\"a\":".getBytes(UTF_8), SIGNATURE))
                .isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> signature.holds(new byte[0], SIGNATURE)).isInstanceOf(MalformedException.class);
    }

    @Test
    void aSecretThatIsNoneIsNotTaken() {
        assertThat(WebhookSignature.of("")).isEmpty();
        assertThat(WebhookSignature.of("not base64!")).isEmpty();
    }
}
