package dev.rapt.detector.ingest.bot.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapt.detector.books.RefusalReason;
import dev.rapt.detector.ingest.RefusedException;
import dev.rapt.detector.ingest.bot.message.BotMessage;
import dev.rapt.detector.ingest.bot.message.BotText;
import dev.rapt.detector.ingest.bot.message.MalformedException;
import dev.rapt.detector.meeting.MeetingEvent;
import dev.rapt.detector.testing.BotMessages;
import dev.rapt.detector.testing.Pictures;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecallProtocolTest {

    private static final long AT = 1_767_261_600_123L;

    @Test
    void readsAFrame() throws Exception {
        BotMessage.Picture frame =
                (BotMessage.Picture) read(BotMessages.frame("recall-video-png", "7", AT, Pictures.peoplePng()));

        assertThat(frame.person()).isEqualTo(new BotMessage.Person("7", java.util.Optional.of("Ada")));
        assertThat(frame.capturedAt()).isEqualTo(AT);
        assertThat(frame.picture()).isEqualTo(Pictures.peoplePng());
    }

    @Test
    void passesOverWhatIsNotForUs() throws Exception {
        assertThat(read(BotMessages.frame("recall-screenshare", "7", AT, Pictures.nobody())))
                .isInstanceOf(BotMessage.Screenshare.class);
        assertThat(read(BotMessages.frame("recall-video-h264", "7", AT, Pictures.nobody())))
                .isInstanceOf(BotMessage.Ignored.class);
        assertThat(read(event("screenshare_on", "\"zoom\""))).isInstanceOf(BotMessage.Ignored.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T10:00:00.123Z",
        "2026-01-01T10:00:00.123456Z",
        "2026-01-01T10:00:00.123456+00:00",
        "2026-01-01T12:00:00.123+02:00"
    })
    void readsMomentsAsTheyAreWritten(String moment) throws Exception {
        String message = BotMessages.fill("recall-video-png", Map.of("ID", 7, "ISO", moment, "PICTURE", ""));

        assertThat(((BotMessage.Picture) read(message)).capturedAt()).isEqualTo(AT);
    }

    @ParameterizedTest
    @CsvSource({"2026-01-01T10:00:00", "yesterday", "+999999999-01-01T00:00:00Z"})
    void aFrameOfNoMomentIsRefusedAsAFrame(String moment) {
        String message = BotMessages.fill("recall-video-png", Map.of("ID", 7, "ISO", moment, "PICTURE", ""));

        assertThatThrownBy(() -> read(message))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.reason()).isEqualTo(RefusalReason.BAD_CAPTURED_AT));
    }

    @Test
    void readsTheEvents() throws Exception {
        assertThat(what("join", "null")).isEqualTo(new MeetingEvent.Joined("Ada"));
        assertThat(what("update", "null")).isEqualTo(new MeetingEvent.Joined("Ada"));
        assertThat(what("leave", "null")).isEqualTo(new MeetingEvent.Left());
        assertThat(what("webcam_on", "null")).isEqualTo(new MeetingEvent.WebcamOn());
        assertThat(what("webcam_off", "null")).isEqualTo(new MeetingEvent.WebcamOff());
        assertThat(what("speech_off", "null")).isEqualTo(new MeetingEvent.SpeechOff());
    }

    @Test
    void silenceIsReportedInZoomOnly() throws Exception {
        assertThat(what("speech_on", "\"zoom\"")).isEqualTo(new MeetingEvent.SpeechOn(true));
        assertThat(what("speech_on", "\"google_meet\"")).isEqualTo(new MeetingEvent.SpeechOn(false));
        assertThat(what("speech_on", "null")).isEqualTo(new MeetingEvent.SpeechOn(false));
    }

    @Test
    void anEventThatLacksSomethingIsMalformed() {
        String whole = event("join", "null");

        assertThatThrownBy(() -> read(whole.replace("\"id\": 7", "\"id\": null")))
                .isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> read(whole.replace("absolute", "relative"))).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> read(whole.replace("\"event\"", "\"kind\""))).isInstanceOf(MalformedException.class);
    }

    private static MeetingEvent.What what(String type, String platform) throws Exception {
        BotMessage.Event event =
                ((BotMessage.Events) read(event(type, platform))).events().get(0);
        assertThat(event.person().id()).isEqualTo("7");
        assertThat(event.at()).isEqualTo(AT);
        return event.what();
    }

    private static String event(String type, String platform) {
        return BotMessages.fill("recall-event", Map.of("TYPE", type, "ID", 7, "PLATFORM", platform, "MILLIS", AT));
    }

    private static BotMessage read(String message) throws Exception {
        RecallProtocol protocol = new RecallProtocol();
        return protocol.message(BotText.of(message).read(protocol.places()));
    }
}
