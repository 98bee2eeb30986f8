package dev.rapt.aggregator.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.aggregator.timeline.Absence;
import dev.rapt.aggregator.timeline.Absent;
import dev.rapt.aggregator.timeline.Estimate;
import dev.rapt.aggregator.timeline.HeadPose;
import dev.rapt.aggregator.timeline.Label;
import dev.rapt.aggregator.timeline.Measured;
import dev.rapt.aggregator.timeline.Quality;
import dev.rapt.contracts.v1.AbsenceReason;
import dev.rapt.contracts.v1.Expression;
import dev.rapt.contracts.v1.FaceScore;
import dev.rapt.contracts.v1.ScoredFace;
import dev.rapt.contracts.v1.SeenFace;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreReaderTest {

    private static final Instant MOMENT = Instant.parse("2026-01-05T10:00:00.123Z");

    private static ScoreReading read(FaceScore score) {
        return ScoreReader.read(score.getFrame().getMeetingId().getBytes(UTF_8), score.toByteArray());
    }

    private static ScoreReading read(ScoredFace.Builder face) {
        return read(Scores.frame("m", "p", MOMENT).setScored(face).build());
    }

    private static ScoreReading fault(Fault fault) {
        return new Unreadable(fault);
    }

    @Test
    void readsAFace() {
        ScoredFrame frame = (ScoredFrame) read(Scores.face("m", "p", MOMENT, Expression.EXPRESSION_IT_DEPENDS));

        assertThat(frame.meetingId()).isEqualTo("m");
        assertThat(frame.participantId()).isEqualTo("p");
        assertThat(frame.observation().capturedAt()).isEqualTo(MOMENT);
        assertThat(frame.receivedAt()).isEqualTo(MOMENT.plusMillis(20));
        Measured measured = (Measured) frame.observation().finding();
        Estimate estimate = measured.estimate().orElseThrow();
        assertThat(estimate.label()).isEqualTo(Label.IT_DEPENDS);
        assertThat(estimate.probabilities()).hasSize(7).contains((double) .4f);
        assertThat(measured.pose()).contains(new HeadPose(-3.5, 2.25, 0));
        assertThat(measured.quality()).contains(new Quality(List.of(61.5, 200., 120.)));
        assertThat(measured.figures()).containsExactly((double) .9f, .25, (double) .3f);
    }

    @Test
    void readsAFaceWhoseExpressionNobodyKnows() {
        FaceScore score = Scores.frame("m", "p", MOMENT)
                .setSeen(
                        SeenFace.newBuilder().setFigures(Scores.figures(41, -7)).setGapValue(99))
                .build();

        Measured measured = (Measured) ((ScoredFrame) read(score)).observation().finding();
        assertThat(measured.estimate()).isEmpty();
        assertThat(measured.figures()).containsExactly((double) .9f, .25, (double) .3f);
        assertThat(measured.pose()).contains(new HeadPose(41, -7, 0));
    }

    @Test
    void readsAFaceOfADetectorThatMeasuredNoPose() {
        ScoredFace.Builder face = Scores.scored(Expression.EXPRESSION_SAD);
        face.getFiguresBuilder().clearPose().clearQuality().clearRightEyeOpenness();

        Measured measured = (Measured) ((ScoredFrame) read(face)).observation().finding();
        assertThat(measured.pose()).isEmpty();
        assertThat(measured.quality()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = AbsenceReason.class, names = "UNRECOGNIZED", mode = EnumSource.Mode.EXCLUDE)
    void readsEveryReasonOfAbsence(AbsenceReason reason) {
        ScoredFrame frame = (ScoredFrame) read(Scores.absent("m", "p", MOMENT, reason));

        String name = reason.name().substring("ABSENCE_REASON_".length());
        Absence expected = name.equals("UNSPECIFIED") ? Absence.OTHER : Absence.valueOf(name);
        assertThat(frame.observation().finding()).isEqualTo(new Absent(expected));
    }

    @Test
    void aReasonOfTheFutureTellsNothingOfThePerson() {
        FaceScore score = Scores.frame("m", "p", MOMENT)
                .setAbsence(dev.rapt.contracts.v1.Absence.newBuilder().setReasonValue(99))
                .setSkippedBefore(-1)
                .build();

        ScoredFrame frame = (ScoredFrame) read(score);

        assertThat(frame.observation().finding()).isEqualTo(new Absent(Absence.OTHER));
        assertThat(frame.observation().skippedBefore()).isEqualTo(4_294_967_295L);
    }

    @Test
    void namesWhatIsNoScore() {
        assertThat(ScoreReader.read(null, null)).isEqualTo(fault(Fault.NOT_A_SCORE));
        assertThat(ScoreReader.read("m".getBytes(UTF_8), "nonsense".getBytes(UTF_8)))
                .isEqualTo(fault(Fault.NOT_A_SCORE));
        assertThat(ScoreReader.read("m".getBytes(UTF_8), new byte[0])).isEqualTo(fault(Fault.BAD_ID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "a b", "ä", "a\0b"})
    void namesIdsThatDontFit(String id) {
        assertThat(read(Scores.face(id, "p", MOMENT, Expression.EXPRESSION_SAD)))
                .isEqualTo(fault(Fault.BAD_ID));
        assertThat(read(Scores.face("m", id, MOMENT, Expression.EXPRESSION_SAD)))
                .isEqualTo(fault(Fault.BAD_ID));
    }

    @Test
    void namesAKeyThatIsNotTheMeeting() {
        byte[] score = Scores.face("m", "p", MOMENT, Expression.EXPRESSION_SAD).toByteArray();

        assertThat(ScoreReader.read(null, score)).isEqualTo(fault(Fault.WRONG_KEY));
        assertThat(ScoreReader.read("m/p".getBytes(UTF_8), score)).isEqualTo(fault(Fault.WRONG_KEY));
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 253_402_300_800_000L, Long.MAX_VALUE})
    void namesAMomentThatIsNone(long millis) {
        FaceScore.Builder score = Scores.face("m", "p", MOMENT, Expression.EXPRESSION_SAD).toBuilder();
        score.getFrameBuilder().setCapturedAtMs(millis);

        assertThat(read(score.build())).isEqualTo(fault(Fault.BAD_CAPTURED_AT));
    }

    @Test
    void namesWhatIsWrongWithAFace() {
        ScoredFace.Builder good = Scores.scored(Expression.EXPRESSION_SAD);

        assertThat(read(Scores.frame("m", "p", MOMENT).build())).isEqualTo(fault(Fault.NO_FINDING));
        assertThat(read(good.clone().addProbabilities(0))).isEqualTo(fault(Fault.BAD_PROBABILITIES));
        assertThat(read(good.clone().clearProbabilities())).isEqualTo(fault(Fault.BAD_PROBABILITIES));
        for (float bad : List.of(Float.NaN, -.1f, .5f, Float.POSITIVE_INFINITY)) {
            assertThat(read(good.clone().setProbabilities(0, bad))).isEqualTo(fault(Fault.BAD_PROBABILITIES));
        }
        assertThat(read(good.clone().clearDominant())).isEqualTo(fault(Fault.BAD_LABEL));
        assertThat(read(good.clone().setDominantValue(9))).isEqualTo(fault(Fault.BAD_LABEL));
        for (float bad : List.of(Float.NaN, -.1f, 1e9f, Float.POSITIVE_INFINITY)) {
            ScoredFace.Builder face = good.clone();
            face.getFiguresBuilder().setMouthOpenness(bad);
            assertThat(read(face)).isEqualTo(fault(Fault.BAD_FIGURES));
            face = good.clone();
            face.getFiguresBuilder().setLeftEyeOpenness(bad);
            assertThat(read(face)).isEqualTo(fault(Fault.BAD_FIGURES));
            assertThat(read(Scores.frame("m", "p", MOMENT)
                            .setSeen(SeenFace.newBuilder().setFigures(face.getFigures()))
                            .build()))
                    .isEqualTo(fault(Fault.BAD_FIGURES));
            face = good.clone();
            face.getFiguresBuilder().getQualityBuilder().setSharpness(bad);
            assertThat(read(face)).isEqualTo(fault(Fault.BAD_QUALITY));
        }
        for (float bad : List.of(Float.NaN, 181f, -181f, Float.NEGATIVE_INFINITY)) {
            ScoredFace.Builder face = good.clone();
            face.getFiguresBuilder().getPoseBuilder().setRoll(bad);
            assertThat(read(face)).isEqualTo(fault(Fault.BAD_POSE));
        }
    }
}
