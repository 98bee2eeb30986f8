package dev.rapt.aggregator.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.aggregator.log.LogEvent.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MeetingSpeechTest {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

    private static Instant at(double seconds) {
        return START.plusMillis(Math.round(seconds * 1000));
    }

    private static LogEvent on(String who, double seconds) {
        return new LogEvent(who, at(seconds), "zoom", Kind.SPEECH_ON, "", true);
    }

    private static LogEvent off(String who, double seconds) {
        return LogEvent.of(who, at(seconds), "zoom", Kind.SPEECH_OFF);
    }

    /** Of a source that tells who the active speaker is and never that nobody is. */
    private static LogEvent active(String who, double seconds) {
        return new LogEvent(who, at(seconds), "recall", Kind.SPEECH_ON, "", false);
    }

    private static MeetingSpeech speech(double lastFrame, LogEvent... events) {
        return MeetingSpeech.of(List.of(events), Optional.of(at(lastFrame)));
    }

    private static String spoken(MeetingSpeech speech, String who, double from, double to) {
        return speech.speaking(who, at(from), at(to))
                .map(speaking -> speaking.seconds() + " of " + speaking.knownMillis() / 1e3)
                .orElse("unknown");
    }

    @Test
    void nothingIsKnownWhereNoBotTellsOfSpeech() {
        MeetingSpeech speech = speech(
                60,
                new LogEvent("ada", at(0), "zoom", Kind.JOINED, "Ada", false),
                LogEvent.of("ada", at(3), "zoom", Kind.WEBCAM_OFF));

        assertThat(speech.active()).isEqualTo(ActiveSpeaker.UNKNOWN);
        assertThat(speech.speaking("ada")).isEmpty();
        assertThat(speech.between(at(0), at(60))).isEmpty();
    }

    @Test
    void beginningsArePairedWithEndsInOrderOfTime() {
        MeetingSpeech speech =
                speech(60, on("ada", 10), off("ada", 15), on("ada", 20), off("ada", 22.5), on("bob", 14));

        assertThat(spoken(speech, "ada", 0, 60)).isEqualTo("7.5 of 50.0");
        assertThat(spoken(speech, "ada", 10, 15)).isEqualTo("5.0 of 5.0");
        assertThat(spoken(speech, "ada", 21, 25)).isEqualTo("1.5 of 4.0");
        // Then who is open speaks until the end of what is known, and both may speak at once
        assertThat(spoken(speech, "bob", 0, 100)).isEqualTo("46.0 of 50.0");
        // Then who never spoke was silent, as far as something is known
        assertThat(spoken(speech, "cleo", 0, 60)).isEqualTo("0.0 of 50.0");
        assertThat(spoken(speech, "cleo", 0, 10)).isEqualTo("unknown");
        assertThat(spoken(speech, "cleo", 60, 70)).isEqualTo("unknown");
    }

    @Test
    void anyOrderAndAnyRepetitionComeToTheSame() {
        List<LogEvent> events = new ArrayList<>(List.of(
                on("ada", 10), off("ada", 15), on("bob", 14), off("bob", 20), active("ada", 9), active("bob", 14.2)));
        List<MeetingSpeech.Said> inOrder =
                MeetingSpeech.of(events, Optional.empty()).between(at(0), at(60));

        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(events, new Random(seed));
            assertThat(MeetingSpeech.of(events, Optional.empty()).between(at(0), at(60)))
                    .isEqualTo(inOrder);
        }
    }

    @Test
    void whereSilenceIsNotReportedTheNextSpeakerEndsTheLastOne() {
        MeetingSpeech speech = speech(60, active("ada", 10), active("bob", 30), active("ada", 40));

        assertThat(spoken(speech, "ada", 0, 60)).isEqualTo("40.0 of 50.0");
        assertThat(spoken(speech, "bob", 0, 60)).isEqualTo("10.0 of 50.0");
        assertThat(speech.speaking("bob").orElseThrow().upperBound()).isTrue();
        assertThat(speech.speaking("bob").orElseThrow().source()).isEqualTo("recall");
        assertThat(speech.active().state()).isEqualTo(ActiveSpeaker.State.SPEAKING);
        assertThat(speech.active().participantId()).hasValue("ada");
        assertThat(speech.active().since()).hasValue(at(40));
        assertThat(speech.active().upperBound()).isTrue();
    }

    @Test
    void whoLeavesFallsSilent() {
        MeetingSpeech speech = speech(
                60, active("ada", 10), LogEvent.of("ada", at(12), "recall", Kind.LEFT), on("bob", 20), off("bob", 21));

        assertThat(spoken(speech, "ada", 0, 60)).startsWith("2.0 of");
        // Then a source that reports silence is believed
        assertThat(speech.active().state()).isEqualTo(ActiveSpeaker.State.SILENT);
        assertThat(speech.active().since()).hasValue(at(21));
        assertThat(speech.active().source()).hasValue("zoom");
    }

    @Test
    void aSourceThatDoesNotReportSilenceNeverSaysThatNobodySpeaks() {
        MeetingSpeech speech = speech(60, active("ada", 10), LogEvent.of("ada", at(12), "recall", Kind.SPEECH_OFF));

        assertThat(speech.active().state()).isEqualTo(ActiveSpeaker.State.UNKNOWN);
        assertThat(speech.active().participantId()).isEmpty();
    }

    @Test
    void onAndOffAtTheSameMomentChangeNothing() {
        assertThat(spoken(speech(60, on("ada", 0), off("ada", 5), on("ada", 5), off("ada", 8)), "ada", 0, 60))
                .isEqualTo("8.0 of 60.0");
        assertThat(spoken(speech(60, on("bob", 0), on("ada", 5), off("ada", 5)), "ada", 0, 60))
                .isEqualTo("0.0 of 60.0");
    }

    @Test
    void beginningTwiceOrEndingInSilenceChangesNothing() {
        MeetingSpeech speech = speech(60, off("ada", 1), on("ada", 10), on("ada", 12), off("ada", 15), off("ada", 20));

        assertThat(spoken(speech, "ada", 0, 60)).isEqualTo("5.0 of 59.0");
    }

    @Test
    void theBotThatKnowsAParticipantIsBelieved() {
        // Given two bots that name people differently, one of which reports silence
        MeetingSpeech speech = speech(
                60,
                on("ada", 10),
                off("ada", 20),
                active("7", 11),
                active("8", 30),
                new LogEvent("9", at(0), "recall", Kind.JOINED, "Cleo", false));

        assertThat(speech.speaking("7").orElseThrow().source()).isEqualTo("recall");
        assertThat(speech.speaking("ada").orElseThrow().source()).isEqualTo("zoom");
        assertThat(speech.speaking("9").orElseThrow().source()).isEqualTo("recall");
        assertThat(speech.speaking("nobody").orElseThrow().source()).isEqualTo("zoom");
    }

    @Test
    void utterancesOfAStretchOfTimeOverlapIt() {
        MeetingSpeech speech = speech(60, on("ada", 10), off("ada", 20), on("bob", 15), off("bob", 30), on("ada", 50));

        assertThat(speech.between(at(20), at(50)))
                .extracting(said -> said.utterance().participantId())
                .containsExactly("bob");
        assertThat(speech.between(at(0), at(61)))
                .extracting(MeetingSpeech.Said::utterance)
                .containsExactly(
                        new Utterance("ada", at(10), at(20), false),
                        new Utterance("bob", at(15), at(30), false),
                        new Utterance("ada", at(50), at(60), true));
    }

    @Test
    void theShareOfASlotIsThatOfItsKnownTime() {
        MeetingSpeech speech = speech(60, on("ada", 3), off("ada", 4));

        Speaking speaking = speech.speaking("ada", at(0), at(5)).orElseThrow();
        assertThat(speaking.seconds()).isEqualTo(1);
        assertThat(speaking.share()).isEqualTo(.5);
    }

    @Test
    void attendanceIsTheFirstArrivalTheLastDepartureAndTheLastName() {
        MeetingSpeech speech = speech(
                60,
                new LogEvent("ada", at(1), "zoom", Kind.JOINED, "Ada", false),
                LogEvent.of("ada", at(20), "zoom", Kind.LEFT),
                new LogEvent("ada", at(30), "zoom", Kind.JOINED, "Ada L.", false),
                new LogEvent("ada", at(31), "zoom", Kind.JOINED, "", false),
                LogEvent.of("ada", at(33), "zoom", Kind.WEBCAM_OFF),
                LogEvent.of("bob", at(5), "zoom", Kind.LEFT));

        assertThat(speech.attendance("ada"))
                .isEqualTo(new Attendance(
                        Optional.of("Ada L."), Optional.of(at(1)), Optional.empty(), Optional.of(false)));
        assertThat(speech.attendance("bob").leftAt()).hasValue(at(5));
        assertThat(speech.attendance("cleo")).isEqualTo(Attendance.UNKNOWN);
    }
}
