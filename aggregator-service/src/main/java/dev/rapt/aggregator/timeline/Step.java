package dev.rapt.aggregator.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** One step of a timeline, of one person or of several together, in exact integers. */
public final class Step implements Cells {

    private static final double MICRO = 1e6;

    private final Instant start;
    private final Instant end;
    private final long[] row;

    Step(Instant start, Instant end, long[] row) {
        this.start = start;
        this.end = end;
        this.row = row;
    }

    /** Several people's time together, each as one step: every second of every person weighs the same. */
    public static Step pool(Instant start, Instant end, List<Step> people) {
        long[] sum = new long[Columns.SIZE];
        for (Step person : people) {
            for (int column = 0; column < sum.length; column++) {
                sum[column] += Columns.adds(column) ? person.row[column] : 0;
            }
        }
        return new Step(start, end, sum);
    }

    /** Its first moment. */
    public Instant start() {
        return start;
    }

    /** The moment after its last. */
    public Instant end() {
        return end;
    }

    /** What its frames come to. */
    public Tally tally() {
        return new Tally(Sums.owning(Arrays.copyOfRange(row, Columns.TALLY, Columns.TALLY + Sums.SIZE)));
    }

    /** How much of it was measured, away or neither. */
    public Seconds seconds() {
        long measured = row[Columns.MEASURED];
        long away = row[Columns.AWAY];
        return new Seconds(measured, away, allSeconds() - measured - away);
    }

    /** How much of the measured part was facing, and with closed eyes. */
    public AttentionSeconds attention() {
        return new AttentionSeconds(
                row[Columns.FACING], row[Columns.NOT_FACING], row[Columns.EYES_KNOWN], row[Columns.EYES_CLOSED]);
    }

    /** For how long which label was displayed, and what was displayed last; of several people nothing was last. */
    public DisplayedSeconds displayed() {
        List<Long> seconds = new ArrayList<>();
        for (int i = 0; i < Label.values().length; i++) {
            seconds.add(row[Columns.DISPLAYED + i]);
        }
        Optional<Label> last = row[Columns.LAST_LABEL] == 0
                ? Optional.empty()
                : Optional.of(Label.values()[(int) row[Columns.LAST_LABEL] - 1]);
        Optional<Boolean> facing =
                row[Columns.LAST_FACING] == 0 ? Optional.empty() : Optional.of(row[Columns.LAST_FACING] == 2);
        return new DisplayedSeconds(seconds, last, facing);
    }

    /** Participants with a measured or an away second. */
    public long people() {
        return row[Columns.PEOPLE];
    }

    /** One less the mean corrected probability of a neutral face, in [0, 1]; empty when no expression is known. */
    public OptionalDouble expressiveness() {
        return number(Affect.expressiveness(this));
    }

    /** How pleasant such a face is called, −1 to 1; empty when no expression is known. */
    public OptionalDouble valence() {
        return number(Affect.valence(this));
    }

    /** How aroused such a face is called, −1 to 1; empty when no expression is known. */
    public OptionalDouble arousal() {
        return number(Affect.arousal(this));
    }

    /** The engagement index and its components. */
    public Engagement engagement(EngagementRule rule) {
        return Engagement.of(this, rule);
    }

    /** The value of a number; empty where nothing is known. Not for labels. */
    public OptionalDouble number(Field field, EngagementRule rule) {
        long raw = field.raw(this, rule);
        if (field.kind() == Field.Kind.LABEL) {
            throw new IllegalArgumentException(field.text() + " is no number");
        }
        return field.kind() == Field.Kind.COUNT && raw != Field.NONE ? OptionalDouble.of(raw) : number(raw);
    }

    /** The same with what is known of the person's speech: milliseconds spoken, and of which it is known. */
    public Step speaking(long spokenMillis, long knownMillis) {
        long[] more = row.clone();
        more[Columns.SPOKEN] = spokenMillis;
        more[Columns.SPEECH_KNOWN] = knownMillis;
        return new Step(start, end, more);
    }

    private static OptionalDouble number(long micro) {
        return micro == Field.NONE ? OptionalDouble.empty() : OptionalDouble.of(micro / MICRO);
    }

    @Override
    public long at(int column) {
        return row[column];
    }

    @Override
    public long allSeconds() {
        return row[Columns.SECONDS];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Step step
                && start.equals(step.start)
                && end.equals(step.end)
                && Arrays.equals(row, step.row);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(row);
    }

    @Override
    public String toString() {
        return start + " to " + end + " " + Arrays.toString(row);
    }
}
