package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.rules.ShownSignals;
import dev.rapt.aggregator.timeline.Field;
import dev.rapt.aggregator.timeline.Fields;
import dev.rapt.meeting.Signals;
import java.util.List;

/**
 * What of a meeting its answers show. Where expressions aren't, what is made of them is left out of an answer: it isn't
 * null there, it isn't there at all.
 *
 * <p>What is left out is a Java null, and the views say of each such part that nulls aren't written. It never leaves this
 * package.
 */
record Shown(Signals signals) {

    /** Everything. */
    static final Shown ALL = new Shown(Signals.ATTENTION_AND_EXPRESSION);

    /** What this meeting's answers show now. */
    static Shown of(ShownSignals signals, String meetingId) {
        return new Shown(signals.of(meetingId));
    }

    boolean expressions() {
        return signals.expression();
    }

    /** A part of an answer that is made of expressions, or nothing at all. */
    <T> T expression(T part) {
        return expressions() ? part : null;
    }

    /** Those of the fields that may be told. */
    List<Field> of(List<Field> fields) {
        return fields.stream().filter(this::shows).toList();
    }

    /** Whether a field may be told. */
    boolean shows(Field field) {
        return expressions() || !field.isExpression();
    }

    /** These fields, or a refusal where one of them may not be told. */
    Fields all(Fields asked) {
        if (asked.list().stream().allMatch(this::shows)) {
            return asked;
        }
        throw ProblemException.attentionOnly();
    }

    /** What every file says of itself. */
    String claim() {
        return (expressions()
                        ? "Estimates of visible expression"
                        : "Estimates of where faces are visibly turned, in a meeting of which only attention is measured")
                + ", not validated as a measure of engagement or of what a person feels";
    }
}
