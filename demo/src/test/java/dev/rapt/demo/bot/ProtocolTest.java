package dev.rapt.demo.bot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapt.demo.bot.Happening.Kind;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The shapes that the bots document. */
class ProtocolTest {

    private static final long AT = 1_767_225_600_123L;
    private static final byte[] PICTURE = {(byte) 0xff, (byte) 0xd8, 1};
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aNativeFrameIsHeaderIdAndPicture() {
        Message message = protocol("native").frame(new Person("bob", "Bob"), AT, 7, PICTURE);
        assertThat(HexFormat.of().formatHex(((Message.Binary) message).bytes()))
                .isEqualTo("5246" + "01" + "01" + "0000019b76daa87b" + "0000000000000007" + "03" + "626f62" + "ffd801");
    }

    @Test
    void anAttendeeFrame() throws Exception {
        JsonNode message = text("attendee", protocol("attendee").frame(new Person("p-1", "Ada"), AT, 7, PICTURE));
        assertThat(message.path("trigger").asText()).isEqualTo("realtime_video.per_participant");
        assertThat(message.path("data").toString())
                .isEqualTo("{\"participant_uuid\":\"p-1\",\"frame\":\"/9gB\",\"format\":\"jpeg\","
                        + "\"source\":\"webcam\",\"timestamp_ms\":1767225600123}");
    }

    @Test
    void aRecallFrame() throws Exception {
        JsonNode message = text("recall", protocol("recall").frame(new Person("101", "Ada"), AT, 7, PICTURE));
        assertThat(message.path("event").asText()).isEqualTo("video_separate_png.data");
        JsonNode data = message.path("data").path("data");
        assertThat(data.path("buffer").asText()).isEqualTo("/9gB");
        assertThat(data.path("type").asText()).isEqualTo("webcam");
        assertThat(data.at("/timestamp/absolute").asText()).isEqualTo("2026-01-01T00:00:00.123Z");
        assertThat(data.at("/participant/id").isInt()).isTrue();
        assertThat(data.at("/participant/name").asText()).isEqualTo("Ada");
        assertThat(message.path("data").has("video_separate")).isTrue();
    }

    @Test
    void aZoomFrame() throws Exception {
        JsonNode message =
                text("zoom-rtms", protocol("zoom-rtms").frame(new Person("16778240", "Ada"), AT, 7, PICTURE));
        assertThat(message.toString())
                .isEqualTo("{\"msg_type\":15,\"content\":{\"user_id\":16778240,\"user_name\":\"Ada\","
                        + "\"data\":\"/9gB\",\"length\":3,\"timestamp\":1767225600123}}");
    }

    @ParameterizedTest
    @CsvSource({
        "JOIN, join_leave, join",
        "LEAVE, join_leave, leave",
        "SPEECH_ON, speech_start_stop, speech_start",
        "SPEECH_OFF, speech_start_stop, speech_stop"
    })
    void anAttendeeWebhookIsSortedAndCompact(Kind kind, String trigger, String type) {
        Message message = event("attendee", kind).orElseThrow();
        assertThat(((Message.Webhook) message).body())
                .startsWith(
                        "{\"bot_id\":\"bot_demo\",\"bot_metadata\":null,\"data\":{\"event_data\":{},\"event_type\":\""
                                + type + "\",\"id\":")
                .endsWith("\"trigger\":\"participant_events." + trigger + "\"}")
                .contains("\"participant_name\":\"Ada\"", "\"timestamp_ms\":1767225600123");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aRecallEvent(Kind kind) throws Exception {
        JsonNode message = text("recall", event("recall", kind).orElseThrow());
        assertThat(message.path("event").asText())
                .isEqualTo("participant_events." + kind.name().toLowerCase(Locale.ROOT));
        assertThat(message.at("/data/data/participant/id").asInt()).isEqualTo(7);
        assertThat(message.at("/data/data/timestamp/absolute").asText()).isEqualTo("2026-01-01T00:00:00.123Z");
    }

    @ParameterizedTest
    @CsvSource({"SPEECH_ON, 2", "JOIN, 3", "LEAVE, 4", "WEBCAM_ON, 8", "WEBCAM_OFF, 9"})
    void aZoomEvent(Kind kind, int type) throws Exception {
        JsonNode message = text("zoom-rtms", event("zoom-rtms", kind).orElseThrow());
        assertThat(message.path("msg_type").asInt()).isEqualTo(6);
        assertThat(message.at("/event/event_type").asInt()).isEqualTo(type);
        JsonNode person = kind == Kind.SPEECH_ON ? message.path("event") : message.at("/event/participants/0");
        assertThat(person.path("user_id").asInt()).isEqualTo(7);
        assertThat(person.path("user_name").asText()).isEqualTo("Ada");
    }

    @Test
    void whatABotDoesNotReportIsNotSent() {
        assertThat(event("zoom-rtms", Kind.SPEECH_OFF)).isEmpty();
        assertThat(event("attendee", Kind.WEBCAM_OFF)).isEmpty();
        assertThat(event("native", Kind.JOIN)).isEmpty();
    }

    private static Optional<Message> event(String protocol, Kind kind) {
        return protocol(protocol).event(new Happening(kind, new Person("7", "Ada"), AT));
    }

    private static Protocol protocol(String name) {
        return Protocol.named(name).orElseThrow();
    }

    private static JsonNode text(String protocol, Message message) throws Exception {
        assertThat(protocol(protocol).path()).startsWith("bots/" + protocol + "?");
        return JSON.readTree(((Message.Text) message).text());
    }
}
