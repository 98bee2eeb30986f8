package dev.rapt.detector.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.detector.AbsenceReason;
import dev.rapt.detector.FrameFindings;
import dev.rapt.detector.gallery.Layout;
import dev.rapt.detector.gallery.Tile;
import dev.rapt.detector.ingest.Frame;
import dev.rapt.detector.ingest.ParticipantKey;
import dev.rapt.detector.ingest.gallery.GalleryFrame;
import dev.rapt.detector.ingest.gallery.GalleryOutcome;
import dev.rapt.detector.live.draw.Scene;
import dev.rapt.detector.meeting.MeetingEvent;
import dev.rapt.detector.testing.Findings;
import dev.rapt.detector.testing.Gate;
import dev.rapt.meeting.Refusal;
import dev.rapt.meeting.Signals;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LivePicturesTest {

    private static final long CAPTURED = 1_760_000_000_000L;

    private final HandClock clock = new HandClock();
    private final Gate gate = new Gate();
    private final LivePictures pictures = pictures(100, 10_000);

    @Test
    void keepsTheLastFrameOfEachParticipantWithoutACopy() {
        // When
        byte[] first = new byte[100];
        byte[] second = new byte[200];
        saw("m", "ada", CAPTURED, first);
        saw("m", "ada", CAPTURED + 1, second);
        saw("m", "bob", CAPTURED, new byte[50]);

        // Then
        assertThat(pictures.size()).isEqualTo(2);
        assertThat(pictures.bytes()).isEqualTo(250);
        assertThat(tiles("m")).extracting(Scene.Tile::name).containsExactly("ada", "bob");
        Scene.Shot shot = (Scene.Shot) tiles("m").get(0).content();
        assertThat(shot.picture()).isSameAs(second);
        assertThat(shot.faces()).singleElement().satisfies(face -> {
            assertThat(face.x()).isEqualTo(Findings.BOX.x());
            assertThat(face.width()).isEqualTo(Findings.BOX.width());
            assertThat(face.measured()).isTrue();
        });
    }

    @Test
    void aBelatedFrameChangesNothing() {
        byte[] last = new byte[10];
        saw("m", "ada", CAPTURED, last);
        saw("m", "ada", CAPTURED - 1, new byte[20]);

        assertThat(((Scene.Shot) tiles("m").get(0).content()).picture()).isSameAs(last);
        assertThat(pictures.bytes()).isEqualTo(10);
    }

    @Test
    void ofAFrameWithoutAFaceOnlyTheReasonIsKept() {
        saw("m", "ada", CAPTURED, new byte[100]);

        pictures.saw(frame("m", "ada", CAPTURED + 1, new byte[100]), Findings.absent(AbsenceReason.NO_FACE));

        assertThat(pictures.bytes()).isZero();
        assertThat(tiles("m")).containsExactly(new Scene.Tile("ada", false, new Scene.Dark("no face")));
    }

    @Test
    void everythingExpiresWithoutBeingAskedFor() {
        // Given
        saw("m", "ada", CAPTURED, new byte[100]);
        clock.advance(Duration.ofSeconds(6));
        saw("m", "bob", CAPTURED, new byte[100]);

        // When
        clock.advance(Duration.ofSeconds(6));
        pictures.sweep();

        // Then the one is gone and, once it is all there is, the meeting
        assertThat(pictures.bytes()).isEqualTo(100);
        assertThat(tiles("m")).extracting(Scene.Tile::name).containsExactly("bob");
        clock.advance(Duration.ofSeconds(5));
        assertThat(pictures.view("m")).isEmpty();
        assertThat(pictures.meetings()).isEmpty();
        assertThat(pictures.size()).isZero();
        assertThat(pictures.bytes()).isZero();
    }

    @Test
    void isBoundedInPicturesAndInBytes() {
        // Given
        LivePictures few = pictures(3, 10_000);
        LivePictures small = pictures(100, 250);

        // When
        for (int i = 0; i < 10; i++) {
            few.saw(frame("m", "p" + i, CAPTURED, new byte[10]), Findings.face());
            small.saw(frame("m" + i, "p", CAPTURED, new byte[100]), Findings.face());
        }
        small.saw(frame("huge", "p", CAPTURED, new byte[251]), Findings.face());

        // Then the last ones are there, and a picture that can't be kept drives no other out
        assertThat(few.size()).isEqualTo(3);
        assertThat(few.view("m").orElseThrow().scene().tiles())
                .extracting(Scene.Tile::name)
                .containsExactly("p7", "p8", "p9");
        assertThat(small.meetings()).containsExactlyInAnyOrder("m8", "m9");
        assertThat(small.bytes()).isEqualTo(200);
    }

    @Test
    void anErasedMeetingGoesAndDoesNotComeBack() {
        // Given
        saw("m", "ada", CAPTURED, new byte[100]);
        saw("other", "ada", CAPTURED, new byte[10]);

        // When
        gate.erased = "m";
        pictures.narrowed("m");
        saw("m", "ada", CAPTURED + 1, new byte[100]);

        // Then
        assertThat(pictures.view("m")).isEmpty();
        assertThat(pictures.meetings()).containsExactly("other");
        assertThat(pictures.bytes()).isEqualTo(10);
    }

    @Test
    void aLabelBelongsToTheFramesAroundIt() {
        // Given
        saw("m", "ada", CAPTURED, new byte[10]);
        score("m", "ada", CAPTURED, 3);
        assertThat(label("m")).isEqualTo("happy");

        // When
        saw("m", "ada", CAPTURED + 2_000, new byte[10]);
        String near = label("m");
        saw("m", "ada", CAPTURED + 9_000, new byte[10]);

        // Then
        assertThat(near).isEqualTo("happy");
        assertThat(label("m")).isEmpty();
        pictures.scored("m", new LiveScore("ada", CAPTURED + 9_000, new LiveScore.None("turned away")));
        assertThat(label("m")).isEqualTo("turned away");
    }

    @Test
    void aScoreOrAnEventOfAMeetingThatIsNotOnScreenLeavesNothingBehind() {
        score("m", "ada", CAPTURED, 3);
        say("m", "ada", 1, new MeetingEvent.Joined("Ada"));

        assertThat(pictures.meetings()).isEmpty();
        saw("m", "ada", CAPTURED, new byte[10]);
        assertThat(tiles("m").get(0).name()).isEqualTo("ada");
    }

    @Test
    void theSpeakerIsWhoSpokeLastWhereSilenceIsNotReported() {
        // Given
        saw("m", "ada", CAPTURED, new byte[10]);
        saw("m", "bob", CAPTURED, new byte[10]);

        // When
        say("m", "ada", 10, new MeetingEvent.SpeechOn(false));
        say("m", "bob", 20, new MeetingEvent.SpeechOn(false));
        // And the log is read again from its beginning
        say("m", "ada", 10, new MeetingEvent.SpeechOn(false));

        // Then
        assertThat(tiles("m")).extracting(Scene.Tile::speaking).containsExactly(false, true);
        say("m", "bob", 30, new MeetingEvent.Left());
        assertThat(tiles("m")).extracting(Scene.Tile::speaking).containsOnly(false);
    }

    @Test
    void severalMaySpeakWhereSilenceIsReported() {
        saw("m", "ada", CAPTURED, new byte[10]);
        saw("m", "bob", CAPTURED, new byte[10]);

        say("m", "ada", 10, new MeetingEvent.SpeechOn(true));
        say("m", "bob", 20, new MeetingEvent.SpeechOn(true));
        assertThat(tiles("m")).extracting(Scene.Tile::speaking).containsExactly(true, true);

        say("m", "ada", 30, new MeetingEvent.SpeechOff());
        assertThat(tiles("m")).extracting(Scene.Tile::speaking).containsExactly(false, true);
    }

    @Test
    void whoSwitchesTheCameraOffIsDarkUntilAFrameComesAndWhoLeavesIsGone() {
        // Given
        saw("m", "ada", CAPTURED, new byte[100]);
        saw("m", "bob", CAPTURED, new byte[10]);
        say("m", "ada", CAPTURED - 10, new MeetingEvent.Joined("Ada"));

        // When
        say("m", "ada", CAPTURED + 10, new MeetingEvent.WebcamOff());
        say("m", "bob", CAPTURED + 10, new MeetingEvent.Left());
        say("m", "cyd", CAPTURED + 10, new MeetingEvent.Joined("Cyd"));
        saw("m", "dan", CAPTURED + 20, new byte[10]);

        // Then
        assertThat(pictures.bytes()).isEqualTo(10);
        assertThat(tiles("m")).extracting(Scene.Tile::name).containsExactly("Ada", "Cyd", "dan");
        assertThat(tiles("m").get(0).content()).isEqualTo(new Scene.Dark("camera off"));
        assertThat(tiles("m").get(1).content()).isEqualTo(new Scene.Dark("no frames"));
        saw("m", "ada", CAPTURED + 30, new byte[10]);
        assertThat(tiles("m").get(0).content()).isInstanceOf(Scene.Shot.class);
    }

    @Test
    void aCompositeIsShownAsAWholeWithItsPeoplesNamesLabelsAndSpeakers() {
        // Given
        byte[] picture = new byte[100];
        pictures.saw(
                new GalleryFrame("m", CAPTURED, CAPTURED, OptionalLong.empty(), "", Optional.empty(), picture),
                List.of(
                        new GalleryOutcome.Participant("p1", Findings.face()),
                        new GalleryOutcome.Participant("p2", Findings.absent(AbsenceReason.NO_FACE)),
                        new GalleryOutcome.Participant("p3", Findings.face())));

        // When
        score("m", "p1", CAPTURED, 3);
        say("m", "p3", 1, new MeetingEvent.Joined("Cyd"));
        say("m", "p3", 1, new MeetingEvent.SpeechOn(true));

        // Then
        assertThat(pictures.bytes()).isEqualTo(100);
        assertThat(tiles("m")).singleElement().satisfies(tile -> {
            assertThat(tile.name()).isEmpty();
            Scene.Shot shot = (Scene.Shot) tile.content();
            assertThat(shot.picture()).isSameAs(picture);
            assertThat(shot.faces()).extracting(Scene.Face::name).containsExactly("p1", "Cyd");
            assertThat(shot.faces()).extracting(Scene.Face::label).containsExactly("happy", "");
            assertThat(shot.faces()).extracting(Scene.Face::speaking).containsExactly(false, true);
        });
        clock.advance(Duration.ofSeconds(11));
        assertThat(pictures.meetings()).isEmpty();
        assertThat(pictures.bytes()).isZero();
    }

    @Test
    void aNameIsOneLineOfBoundedLength() {
        saw("m", "ada", CAPTURED, new byte[10]);

        say("m", "ada", 1, new MeetingEvent.Joined(" A\u202Ed\na " + "x".repeat(150)));
        assertThat(tiles("m").get(0).name()).startsWith("Ada xxx").hasSizeLessThanOrEqualTo(60);

        say("m", "ada", 2, new MeetingEvent.Joined(""));
        assertThat(tiles("m").get(0).name()).startsWith("Ada xxx");
    }

    @Test
    void theVersionTellsWhetherAnythingChanged() {
        saw("m", "ada", CAPTURED, new byte[10]);
        long before = pictures.view("m").orElseThrow().version();
        assertThat(pictures.view("m").orElseThrow().version()).isEqualTo(before);

        score("m", "ada", CAPTURED, 3);
        assertThat(pictures.view("m").orElseThrow().version()).isGreaterThan(before);

        pictures.forget("m");
        saw("m", "ada", CAPTURED, new byte[10]);
        assertThat(pictures.view("m").orElseThrow().version()).isNotEqualTo(before);
    }

    @Test
    void whoeverSaysNoVanishesWithTheName() {
        // Given
        saw("m", "ada", CAPTURED, new byte[100]);
        saw("m", "bob", CAPTURED, new byte[10]);
        say("m", "ada", CAPTURED, new MeetingEvent.Joined("Ada"));

        // When
        gate.refused.put("ada", Refusal.CONSENT_WITHDRAWN);
        pictures.narrowed("m");
        saw("m", "ada", CAPTURED + 1, new byte[100]);
        say("m", "ada", CAPTURED + 1, new MeetingEvent.Joined("Ada"));
        score("m", "ada", CAPTURED + 1, 3);

        // Then
        assertThat(tiles("m")).extracting(Scene.Tile::name).containsExactly("bob");
        assertThat(pictures.bytes()).isEqualTo(10);
    }

    @Test
    void nobodyIsOnScreenInTheGroupView() {
        saw("m", "ada", CAPTURED, new byte[100]);

        gate.showsPeople = false;
        pictures.narrowed("m");
        saw("m", "ada", CAPTURED + 1, new byte[100]);

        assertThat(pictures.meetings()).isEmpty();
        assertThat(pictures.bytes()).isZero();
    }

    @Test
    void aMeetingWhoseOnlyOneSaysNoIsOnScreenNoMore() {
        saw("m", "ada", CAPTURED, new byte[100]);

        gate.refused.put("ada", Refusal.PARTICIPANT_ERASED);
        pictures.narrowed("m");

        assertThat(pictures.meetings()).isEmpty();
        assertThat(pictures.bytes()).isZero();
    }

    @Test
    void aPictureOfAllIsShownOnlyWhenEverybodyInItMayBe() {
        // Given
        Layout two = new Layout(List.of(new Tile("ada", 0, 0, 32, 32), new Tile("bob", 32, 0, 32, 32)));
        GalleryOutcome.Participant ada = new GalleryOutcome.Participant("ada", face());
        GalleryOutcome.Participant bob = new GalleryOutcome.Participant("bob", face());
        pictures.saw(composite(CAPTURED, two), List.of(ada, bob));
        assertThat(tiles("m").get(0).content()).isInstanceOf(Scene.Shot.class);

        // When the one says no, and the next shows both and speaks of the other
        gate.refused.put("bob", Refusal.CONSENT_WITHDRAWN);
        pictures.narrowed("m");
        assertThat(pictures.bytes()).isZero();
        pictures.saw(composite(CAPTURED + 1, two), List.of(ada));

        // Then
        assertThat(tiles("m").get(0).content()).isEqualTo(new Scene.Dark("not everybody may be shown"));
        assertThat(pictures.bytes()).isZero();
    }

    @Test
    void noLabelIsShownWhereExpressionsAreNotMeasured() {
        // Given
        saw("m", "ada", CAPTURED, new byte[10]);
        score("m", "ada", CAPTURED, 3);
        assertThat(label("m")).isEqualTo("happy");

        // When
        gate.signals = Signals.ATTENTION;
        pictures.narrowed("m");

        // Then also of what comes late
        assertThat(label("m")).isEmpty();
        score("m", "ada", CAPTURED + 1, 3);
        assertThat(label("m")).isEmpty();
    }

    private static GalleryFrame composite(long capturedAt, Layout layout) {
        return new GalleryFrame(
                "m", capturedAt, capturedAt, OptionalLong.empty(), "", Optional.of(layout), new byte[100]);
    }

    private LivePictures pictures(int most, long mostBytes) {
        return new LivePictures(
                new LiveLimits(Duration.ofSeconds(10), most, mostBytes, 49, Duration.ofSeconds(3)), gate, clock);
    }

    private List<Scene.Tile> tiles(String meetingId) {
        return pictures.view(meetingId).orElseThrow().scene().tiles();
    }

    private String label(String meetingId) {
        return ((Scene.Shot) tiles(meetingId).get(0).content()).faces().get(0).label();
    }

    private void saw(String meetingId, String participantId, long capturedAt, byte[] picture) {
        pictures.saw(frame(meetingId, participantId, capturedAt, picture), face());
    }

    private static FrameFindings face() {
        return Findings.face();
    }

    private static Frame frame(String meetingId, String participantId, long capturedAt, byte[] picture) {
        return new Frame(
                new ParticipantKey(meetingId, participantId),
                capturedAt,
                capturedAt,
                OptionalLong.empty(),
                "",
                picture);
    }

    private void score(String meetingId, String participantId, long capturedAt, int expression) {
        Float[] seven = new Float[7];
        for (int i = 0; i < 7; i++) {
            seven[i] = i == expression ? .94f : .01f;
        }
        pictures.scored(
                meetingId, new LiveScore(participantId, capturedAt, new LiveScore.Probabilities(List.of(seven))));
    }

    private void say(String meetingId, String participantId, long at, MeetingEvent.What what) {
        pictures.tell(new MeetingEvent(new ParticipantKey(meetingId, participantId), at, at, "native", what));
    }

    private static final class HandClock extends Clock {
        private Instant now = Instant.ofEpochMilli(CAPTURED);

        void advance(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
