package dev.rapt.aggregator.timeline;

import static dev.rapt.aggregator.timeline.Frames.START;
import static dev.rapt.aggregator.timeline.Frames.absent;
import static dev.rapt.aggregator.timeline.Frames.face;
import static dev.rapt.aggregator.timeline.Frames.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BucketTest {

    private static final Bucket EMPTY = Bucket.empty(START);

    @Test
    void putsAFrameIntoItsSecond() {
        // When
        Bucket bucket = EMPTY.add(face(1_999, Label.HAPPY))
                .bucket()
                .add(absent(2_000, Absence.DARK))
                .bucket();

        // Then
        assertThat(bucket.slots().get(1).measured()).isEqualTo(1);
        assertThat(bucket.slots().get(1).labelled(Label.HAPPY)).isEqualTo(1);
        assertThat(bucket.slots().get(1).sum(Expression.HAPPY)).isEqualTo(500_000);
        assertThat(bucket.slots().get(1).sum(Figure.EYE_OPENNESS)).isEqualTo(300_000);
        assertThat(bucket.slots().get(2).absent(Absence.DARK)).isEqualTo(1);
        assertThat(bucket.slots().get(2).absent(Absence.NO_FACE)).isZero();
        assertThat(bucket.frames()).isEqualTo(2);
        assertThat(bucket.capturedAt(1)).isEqualTo(START.plusSeconds(2));
    }

    @Test
    void keepsTheEyesOfEachFrameInTheOrderOfCapture() {
        // When frames come out of order, and in two parts
        Bucket late = EMPTY.add(seen(3_000, 0, 0, .1)).bucket();
        Bucket early = EMPTY.add(absent(2_000, Absence.NO_FACE))
                .bucket()
                .add(seen(1_000, 0, 0, 7))
                .bucket()
                .add(seen(500, 0, 0, .302))
                .bucket();
        Bucket whole = late.merge(early);

        // Then to the next 1/250
        assertThat(whole.eyeOpenness(0)).hasValue(.304);
        assertThat(whole.eyeOpenness(1)).hasValue(254 / 250.);
        assertThat(whole.eyeOpenness(2)).isEmpty();
        assertThat(whole.eyeOpenness(3)).hasValue(.1);
    }

    @Test
    void countsAFrameOnceWhateverItSaysTheSecondTime() {
        // Given
        Bucket once = EMPTY.add(face(700, Label.SAD)).bucket();

        // When
        Bucket.Addition again = once.add(absent(700, Absence.NO_FACE));

        // Then
        assertThat(again.isNew()).isFalse();
        assertThat(again.bucket()).isEqualTo(once);
    }

    @Test
    void holdsItsFirstAndItsLastMillisecondAndNoOther() {
        assertThat(EMPTY.add(face(0, Label.SAD)).isNew()).isTrue();
        assertThat(EMPTY.add(face(4_999, Label.SAD)).isNew()).isTrue();
        assertThatThrownBy(() -> EMPTY.add(face(5_000, Label.SAD))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EMPTY.add(face(-1, Label.SAD))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void findsTheBucketOfAMoment() {
        assertThat(Bucket.startOf(START.plusMillis(4_999))).isEqualTo(START);
        assertThat(Bucket.startOf(START.plusMillis(5_000))).isEqualTo(START.plusSeconds(5));
        assertThat(Bucket.startOf(Instant.ofEpochMilli(1))).isEqualTo(Instant.EPOCH);
    }

    @Test
    void mergesPartsWithDisjointFrames() {
        // Given
        Bucket early = EMPTY.add(face(10, Label.SAD)).bucket();
        Bucket late = EMPTY.add(face(20, Label.HAPPY)).bucket();

        // When
        Bucket whole = early.merge(late);

        // Then
        assertThat(whole).isEqualTo(late.merge(early));
        assertThat(whole).isEqualTo(early.add(face(20, Label.HAPPY)).bucket());
        assertThat(whole.merge(late)).isEqualTo(whole);
        assertThat(late.merge(whole)).isEqualTo(whole);
        assertThat(whole.merge(whole)).isEqualTo(whole);
    }

    @Test
    void refusesToMergeWhatItCantTellApart() {
        // Given
        Bucket one =
                EMPTY.add(face(10, Label.SAD)).bucket().add(face(20, Label.SAD)).bucket();
        Bucket other =
                EMPTY.add(face(20, Label.SAD)).bucket().add(face(30, Label.SAD)).bucket();

        // Then
        assertThatThrownBy(() -> one.merge(other)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> one.merge(Bucket.empty(START.plusSeconds(5))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void validatesItself() {
        assertThatThrownBy(() -> Bucket.empty(START.plusMillis(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Bucket(START, Offsets.NONE, EyeTrace.NONE, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Bucket(START, Offsets.NONE.with(3), EyeTrace.unknown(1), EMPTY.slots()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Bucket(START, Offsets.NONE, EyeTrace.unknown(1), EMPTY.slots()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
