package dev.rapt.classifier.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.rapt.classifier.model.DominanceRule;
import dev.rapt.classifier.model.Expression;
import dev.rapt.classifier.model.ExpressionModel;
import dev.rapt.classifier.model.ExpressionScores;
import dev.rapt.classifier.model.GreyImage;
import dev.rapt.classifier.model.Label;
import dev.rapt.classifier.model.ModelException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ScorerTest {

    private static final ModelName MODEL = new ModelName("test", "1");
    private static final int POISON = 99;

    private final List<Integer> calls = new ArrayList<>();

    @Test
    void everyRecordHasItsOutcomeInItsPlace() {
        // Given
        List<Received> batch = List.of(face(0), absent(1), face(2), unusable(3), seen(4), face(5));

        // When
        List<Outcome> outcomes = scorer(64).score(batch);

        // Then
        assertThat(outcomes).extracting(ScorerTest::offset).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
        assertThat(outcomes.get(1)).isEqualTo(new Outcome.Passed((Received.Absent) batch.get(1)));
        assertThat(outcomes.get(4)).isEqualTo(new Outcome.Passed((Received.Seen) batch.get(4)));
        assertThat(outcomes.get(3)).isEqualTo(new Outcome.GivenUp((Received.Unusable) batch.get(3)));
        assertThat(scored(outcomes.get(0)).scores().mostProbable()).isEqualTo(Expression.ANGRY);
        assertThat(scored(outcomes.get(2)).scores().mostProbable()).isEqualTo(Expression.FEAR);
        assertThat(scored(outcomes.get(5)).label()).isEqualTo(Label.SURPRISE);
        assertThat(scored(outcomes.get(5)).model()).isEqualTo(MODEL);
    }

    @Test
    void allFacesOfABatchAreOneCall() {
        scorer(64).score(List.of(face(0), absent(1), face(2), face(3)));

        assertThat(calls).containsExactly(3);
    }

    @Test
    void aBatchBeyondTheLargestIsCutUp() {
        List<Outcome> outcomes = scorer(2).score(List.of(face(0), face(1), absent(9), face(2), face(3), face(4)));

        assertThat(calls).containsExactly(2, 2, 1);
        assertThat(scored(outcomes.get(5)).label()).isEqualTo(Label.SAD);
    }

    @Test
    void whatNeedsNoScoringCallsNobody() {
        scorer(64).score(List.of(absent(0), seen(1)));
        scorer(64).score(List.of());

        assertThat(calls).isEmpty();
    }

    @Test
    void aFaceThatTheNetworkCantTakeIsGivenUpAlone() {
        List<Outcome> outcomes = scorer(64).score(List.of(face(0), face(POISON), face(2)));

        assertThat(scored(outcomes.get(0)).label()).isEqualTo(Label.ANGRY);
        assertThat(((Outcome.GivenUp) outcomes.get(1)).record().reason()).isEqualTo(UnusableReason.UNSCORABLE);
        assertThat(offset(outcomes.get(1))).isEqualTo(POISON);
        assertThat(scored(outcomes.get(2)).label()).isEqualTo(Label.FEAR);
    }

    @Test
    void noLeadNoLabel() {
        Scorer scorer = new Scorer(this::scores, new DominanceRule(.95), MODEL, 64);

        assertThat(scored(scorer.score(List.of(face(3))).get(0)).label()).isEqualTo(Label.IT_DEPENDS);
    }

    private Scorer scorer(int maxBatch) {
        return new Scorer(this::scores, new DominanceRule(.1), MODEL, maxBatch);
    }

    /** The first pixel says which expression leads. */
    private List<ExpressionScores> scores(List<GreyImage> crops) {
        if (crops.stream().anyMatch(crop -> crop.pixels()[0] == POISON)) {
            throw modelException();
        }
        calls.add(crops.size());
        return crops.stream()
                .map(crop -> {
                    float[] p = {.02f, .02f, .02f, .02f, .02f, .02f, .02f};
                    p[crop.pixels()[0]] = .88f;
                    return ExpressionScores.of(p);
                })
                .toList();
    }

    private static ModelException modelException() {
        return (ModelException) catchThrowable(() -> ExpressionModel.open(Path.of("none.onnx")));
    }

    private static Outcome.Scored scored(Outcome outcome) {
        return (Outcome.Scored) outcome;
    }

    private static long offset(Outcome outcome) {
        if (outcome instanceof Outcome.Scored scored) {
            return scored.face().origin().offset();
        }
        return outcome instanceof Outcome.Passed passed
                ? passed.record().origin().offset()
                : ((Outcome.GivenUp) outcome).record().origin().offset();
    }

    private static Received face(int number) {
        FaceFigures figures = new FaceFigures(new byte[0]);
        GreyImage crop = new GreyImage(1, 1, new byte[] {(byte) number});
        return new Received.Face(origin(number), frame(), figures, crop);
    }

    private static Received seen(int number) {
        return new Received.Seen(origin(number), frame(), new FaceFigures(new byte[0]), 1);
    }

    private static Received absent(int number) {
        return new Received.Absent(origin(number), frame(), 1);
    }

    private static Received unusable(int number) {
        return new Received.Unusable(origin(number), UnusableReason.CORRUPT_RECORD);
    }

    private static Frame frame() {
        return new Frame("m", "p", Instant.EPOCH, Instant.EPOCH, OptionalLong.empty(), 0, new ModelName("d", "1"), "");
    }

    private static Origin origin(long offset) {
        return new Origin("face-crops", 0, offset, 10, "00".repeat(32));
    }
}
