package dev.rapt.detector.ingest.bot.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapt.detector.ingest.bot.message.BotMessage;
import dev.rapt.detector.ingest.bot.message.BotText;
import dev.rapt.detector.ingest.bot.message.MalformedException;
import dev.rapt.detector.meeting.MeetingEvent;
import dev.rapt.detector.testing.BotMessages;
import dev.rapt.detector.testing.Pictures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZoomRtmsProtocolTest {

    private static final long AT = 1_738_392_033_699L;
    private static final String ADA = "16778240";

    @Test
    void readsAFrame() throws Exception {
        BotMessage.Picture frame =
                (BotMessage.Picture) read(BotMessages.frame("zoom-rtms-video", ADA, AT, Pictures.nobody()));

        assertThat(frame.person()).isEqualTo(new BotMessage.Person(ADA, Optional.of("Ada")));
        assertThat(frame.capturedAt()).isEqualTo(AT);
        assertThat(frame.picture()).isEqualTo(Pictures.nobody());
    }

    @Test
    void passesOverWhatIsNotForUs() throws Exception {
        assertThat(read(BotMessages.frame("zoom-rtms-share", ADA, AT, Pictures.nobody())))
                .isInstanceOf(BotMessage.Screenshare.class);
        assertThat(read(BotMessages.fill("zoom-rtms-transcript", Map.of("ID", ADA, "MILLIS", AT))))
                .isInstanceOf(BotMessage.Ignored.class);
        assertThat(read("{\"msg_type\": 4294967311}")).isInstanceOf(BotMessage.Ignored.class);
        assertThat(read("{\"msg_type\": -1}")).isInstanceOf(BotMessage.Ignored.class);
        assertThat(read("{\"event\": \"meeting.rtms_started\", \"payload\": {}}"))
                .isInstanceOf(BotMessage.Ignored.class);
        assertThatThrownBy(() -> read("{\"content\": {}}")).isInstanceOf(MalformedException.class);
    }

    @Test
    void answersAKeepAliveWithItsOwnTimestamp() throws Exception {
        assertThat(read(BotMessages.fill("zoom-rtms-keep-alive", Map.of("MILLIS", AT))))
                .isEqualTo(new BotMessage.KeepAlive("{\"msg_type\":13,\"timestamp\":" + AT + "}"));
    }

    @Test
    void theActiveSpeakerSpeaksAndItsSilenceIsNotReported() throws Exception {
        String message = BotMessages.fill("zoom-rtms-active-speaker", Map.of("ID", ADA, "MILLIS", AT));
        BotMessage expected = new BotMessage.Events(List.of(new BotMessage.Event(
                new BotMessage.Person(ADA, Optional.of("Ada")), AT, new MeetingEvent.SpeechOn(false))));

        assertThat(read(message)).isEqualTo(expected);
        assertThat(read(message.replace("\"event\"", "\"content\""))).isEqualTo(expected);
        assertThat(read("{\"msg_type\":6,\"event_type\":2,\"timestamp\":" + AT + ",\"user_id\":" + ADA
                        + ",\"user_name\":\"Ada\"}"))
                .isEqualTo(expected);
    }

    @Test
    void readsTheParticipantsEvents() throws Exception {
        assertThat(participants(3)).containsExactly(new MeetingEvent.Joined("Ada"), new MeetingEvent.Joined("Bob"));
        assertThat(participants(4)).containsExactly(new MeetingEvent.Left(), new MeetingEvent.Left());
        assertThat(participants(8)).containsExactly(new MeetingEvent.WebcamOn(), new MeetingEvent.WebcamOn());
        assertThat(participants(9)).containsExactly(new MeetingEvent.WebcamOff(), new MeetingEvent.WebcamOff());
        assertThat(read(BotMessages.fill("zoom-rtms-participants", Map.of("TYPE", 5, "ID", ADA, "MILLIS", AT))))
                .isInstanceOf(BotMessage.Ignored.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zoom-rtms-stream-state", "zoom-rtms-session-state", "zoom-rtms-stopped-webhook"})
    void stopReasonEightIsARevocationAndNoOtherIs(String name) throws Exception {
        for (int reason = 0; reason <= 26; reason++) {
            String message = BotMessages.fill(name, Map.of("REASON", reason, "MILLIS", AT));

            assertThat(read(message)).isInstanceOf(reason == 8 ? BotMessage.Revoked.class : BotMessage.Ignored.class);
            assertThat(read(message.replaceAll("reason\": " + reason, "reason\": \"" + reason + "\"")))
                    .isInstanceOf(reason == 8 ? BotMessage.Revoked.class : BotMessage.Ignored.class);
        }
    }

    @Test
    void aReasonOfAnotherMessageIsNoRevocation() throws Exception {
        assertThat(read("{\"msg_type\": 4, \"status_code\": 8, \"reason\": 8}")).isInstanceOf(BotMessage.Ignored.class);
    }

    private static List<MeetingEvent.What> participants(int type) throws Exception {
        String message = BotMessages.fill("zoom-rtms-participants", Map.of("TYPE", type, "ID", ADA, "MILLIS", AT));
        List<BotMessage.Event> events = ((BotMessage.Events) read(message)).events();
        assertThat(events).extracting(event -> event.person().id()).containsExactly(ADA, "33556610");
        assertThat(events).extracting(BotMessage.Event::at).containsOnly(AT);
        return events.stream().map(BotMessage.Event::what).toList();
    }

    private static BotMessage read(String message) throws Exception {
        ZoomRtmsProtocol protocol = new ZoomRtmsProtocol();
        return protocol.message(BotText.of(message).read(protocol.places()));
    }
}
