package dev.rapt.detector.ingest.bot.attendee;

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

class AttendeeProtocolTest {

    private static final long AT = 1_703_123_456_789L;

    @Test
    void readsAFrame() throws Exception {
        BotMessage.Picture frame =
                (BotMessage.Picture) read(BotMessages.frame("attendee-video", "p-1", AT, Pictures.nobody()));

        assertThat(frame.person().id()).isEqualTo("p-1");
        assertThat(frame.capturedAt()).isEqualTo(AT);
        assertThat(frame.picture()).isEqualTo(Pictures.nobody());
        assertThat(frame.toString()).doesNotContain("[B");
    }

    @Test
    void passesOverWhatIsNotForUs() throws Exception {
        assertThat(read(BotMessages.frame("attendee-screenshare", "p-1", AT, Pictures.nobody())))
                .isInstanceOf(BotMessage.Screenshare.class);
        assertThat(read(BotMessages.fill("attendee-audio", Map.of("MILLIS", AT))))
                .isInstanceOf(BotMessage.Ignored.class);
    }

    @Test
    void aFrameThatLacksSomethingIsRefusedAsAFrame() {
        String whole = BotMessages.frame("attendee-video", "p-1", AT, Pictures.nobody());

        assertRefused(whole.replace("participant_uuid", "uuid"), RefusalReason.BAD_ID);
        assertRefused(whole.replace("timestamp_ms", "at"), RefusalReason.BAD_CAPTURED_AT);
        assertRefused(whole.replace("" + AT, "\"soon\""), RefusalReason.BAD_CAPTURED_AT);
        assertRefused(whole.replace("\"frame\"", "\"picture\""), RefusalReason.EMPTY_BODY);
        assertRefused(whole.replace("\"frame\": \"", "\"frame\": \"!"), RefusalReason.BAD_BASE64);
        assertThatThrownBy(() -> read("{}")).isInstanceOf(MalformedException.class);
    }

    @Test
    void readsTheWebhooks() throws Exception {
        assertThat(event("participant_events.join_leave", "join"))
                .isEqualTo(new MeetingEvent.Joined("Zoë \"Z\" O'Neil"));
        assertThat(event("participant_events.join_leave", "leave")).isEqualTo(new MeetingEvent.Left());
        assertThat(event("participant_events.speech_start_stop", "speech_start"))
                .isEqualTo(new MeetingEvent.SpeechOn(true));
        assertThat(event("participant_events.speech_start_stop", "speech_stop"))
                .isEqualTo(new MeetingEvent.SpeechOff());
        assertThat(webhook("bot.state_change", "join")).isInstanceOf(BotMessage.Ignored.class);
        assertThat(webhook("participant_events.join_leave", "dance")).isInstanceOf(BotMessage.Ignored.class);
    }

    private static MeetingEvent.What event(String trigger, String type) throws Exception {
        BotMessage.Event event =
                ((BotMessage.Events) webhook(trigger, type)).events().get(0);
        assertThat(event.person().id()).isEqualTo("p-1");
        assertThat(event.at()).isEqualTo(AT);
        return event.what();
    }

    private static BotMessage webhook(String trigger, String type) throws Exception {
        String body = BotMessages.fill(
                "attendee-webhook", Map.of("KEY", "k", "TRIGGER", trigger, "TYPE", type, "ID", "p-1", "MILLIS", AT));
        return AttendeeEvents.message(BotText.of(body).read(AttendeeEvents.PLACES));
    }

    private static void assertRefused(String message, RefusalReason reason) {
        assertThatThrownBy(() -> read(message))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static BotMessage read(String message) throws Exception {
        AttendeeProtocol protocol = new AttendeeProtocol();
        return protocol.message(BotText.of(message).read(protocol.places()));
    }
}
