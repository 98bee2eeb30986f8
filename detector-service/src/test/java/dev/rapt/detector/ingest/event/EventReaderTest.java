package dev.rapt.detector.ingest.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapt.detector.frame.ImageLimits;
import dev.rapt.detector.ingest.FrameRules;
import dev.rapt.detector.ingest.ParticipantKey;
import dev.rapt.detector.meeting.MeetingEvent;
import dev.rapt.detector.testing.Gate;
import dev.rapt.meeting.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventReaderTest {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    private final Gate gate = new Gate();
    private final EventReader reader = new EventReader(
            new FrameRules(
                    ImageLimits.defaults(),
                    Duration.ofDays(30),
                    Duration.ofMinutes(5),
                    Clock.fixed(NOW, ZoneOffset.UTC),
                    gate),
            3);

    private List<MeetingEvent> read(String body) throws BadEventException {
        return reader.read("m", body.replace('\'', '"').getBytes(UTF_8));
    }

    private static MeetingEvent event(MeetingEvent.What what) {
        return new MeetingEvent(
                new ParticipantKey("m", "ada"), NOW.toEpochMilli() - 1_000, NOW.toEpochMilli(), "native", what);
    }

    @ParameterizedTest
    @CsvSource({"left", "speech-off", "webcam-on", "webcam-off", "speech-on", "joined"})
    void readsEveryType(String type) throws Exception {
        assertThat(read("{'type':'" + type + "','participantId':'ada','at':'2026-01-05T09:59:59Z'}"))
                .containsExactly(event(
                        switch (type) {
                            case "left" -> new MeetingEvent.Left();
                            case "speech-off" -> new MeetingEvent.SpeechOff();
                            case "webcam-on" -> new MeetingEvent.WebcamOn();
                            case "webcam-off" -> new MeetingEvent.WebcamOff();
                            case "speech-on" -> new MeetingEvent.SpeechOn(true);
                            default -> new MeetingEvent.Joined("");
                        }));
    }

    @Test
    void readsListsMillisecondsZonesAndWhatIsOptional() throws Exception {
        assertThat(read("[{'type':'joined','participantId':'ada','at':1767607199000,'name':'Ada','mood':1},"
                        + "{'type':'speech-on','participantId':'ada','at':'2026-01-05T10:59:59+01:00',"
                        + "'silenceIsReported':false}]"))
                .containsExactly(event(new MeetingEvent.Joined("Ada")), event(new MeetingEvent.SpeechOn(false)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|not-json",
                "{|not-json",
                "{} {}|not-json",
                "7|bad-events",
                "[]|bad-events",
                "[1,2,3,4]|bad-events",
                "[7]|bad-type",
                "{}|bad-type",
                "{'type':'mood','participantId':'ada','at':1767607199000}|bad-type",
                "{'type':'left','participantId':'a b','at':1767607199000}|bad-id",
                "{'type':'left','at':1767607199000}|bad-id",
                "{'type':'left','participantId':'ada'}|bad-at",
                "{'type':'left','participantId':'ada','at':'noon'}|bad-at",
                "{'type':'left','participantId':'ada','at':1e300}|bad-at",
                "{'type':'left','participantId':'ada','at':'2026-01-05T09:59:59'}|bad-at",
                "{'type':'left','participantId':'ada','at':17}|captured-at-out-of-range"
            })
    void namesWhatIsWrong(String body, String reason) {
        assertThatThrownBy(() -> read(body)).isInstanceOfSatisfying(BadEventException.class, bad -> {
            assertThat(bad.problem().reason()).isEqualTo(reason);
            assertThat(bad.problem().detail()).endsWith(".").doesNotContain("noon", "mood");
        });
    }

    @Test
    void oneBadEventSaysWhichAndNoneIsTaken() {
        assertThatThrownBy(() -> read("[{'type':'left','participantId':'ada','at':1767607199000},{'type':'left'}]"))
                .hasMessageStartingWith("Event 1: ");
    }

    @Test
    void refusesEventsOfWhoeverMayNotBeMeasured() {
        gate.refused.put("ada", Refusal.CONSENT_WITHDRAWN);

        assertThatThrownBy(() -> read("{'type':'left','participantId':'ada','at':1767607199000}"))
                .isInstanceOfSatisfying(BadEventException.class, bad -> {
                    assertThat(bad.problem().reason()).isEqualTo("consent-withdrawn");
                    assertThat(bad.problem().status()).isEqualTo(403);
                });
    }

    @Test
    void refusesEventsOfAnErasedMeeting() {
        gate.erased = "m";

        assertThatThrownBy(() -> read("{'type':'left','participantId':'ada','at':1767607199000}"))
                .isInstanceOfSatisfying(BadEventException.class, bad -> {
                    assertThat(bad.problem().reason()).isEqualTo("meeting-erased");
                    assertThat(bad.problem().status()).isEqualTo(410);
                });
    }
}
