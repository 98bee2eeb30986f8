package dev.rapt.classifier.score;

import dev.rapt.classifier.model.ExpressionScores;
import dev.rapt.classifier.model.Label;
import dev.rapt.meeting.Refusal;

/** What becomes of a record of face-crops. */
public sealed interface Outcome {

    /**
     * A scored face.
     *
     * @param face the face
     * @param scores its raw posteriors
     * @param label the label to show
     * @param model which model scored it
     */
    record Scored(Received.Face face, ExpressionScores scores, Label label, ModelName model) implements Outcome {}

    /** An absence, or a face without an expression, that goes on as it came. */
    record Passed(Received.Unscored record) implements Outcome {}

    /** A record of somebody who may not be measured any more: nothing goes on. */
    record Dropped(Refusal why) implements Outcome {}

    /** A record that is given up. */
    record GivenUp(Received.Unusable record) implements Outcome {}
}
