package dev.rapt.aggregator.report;

import dev.rapt.aggregator.timeline.EngagementRule;
import dev.rapt.aggregator.timeline.Field;
import dev.rapt.aggregator.timeline.Fields;
import dev.rapt.aggregator.timeline.Steps;
import dev.rapt.aggregator.timeline.Window;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A room as a group, step by step, never one person of it: what is known of fewer people than the least number isn't told,
 * each figure by itself.
 */
public final class ClassView {

    /** What the view is made of. */
    public static final Fields FIELDS = Fields.of(List.of(
            Field.MEASURED_SECONDS,
            Field.AWAY_SECONDS,
            Field.FACING_SECONDS,
            Field.NOT_FACING_SECONDS,
            Field.ENGAGEMENT_INDEX));

    private static final double MICRO = 1e6;

    /**
     * One step.
     *
     * @param people of how many anything is known in it: measured or away
     * @param tooFew whether these are too few to tell anything; nothing is there then
     * @param facing facing seconds over facing and not facing ones
     * @param away away seconds over measured and away ones
     * @param attention facing seconds over facing, not facing and away ones
     * @param index the engagement index of all together
     */
    public record Row(
            int people,
            boolean tooFew,
            OptionalDouble facing,
            OptionalDouble away,
            OptionalDouble attention,
            OptionalDouble index) {}

    /** One person's numbers of all steps. */
    private record Pupil(long[] measured, long[] away, long[] facing, long[] elsewhere, long[] index) {

        boolean isKnown(int step) {
            return measured[step] + away[step] > 0;
        }

        boolean isTurned(int step) {
            return facing[step] != Field.NONE;
        }
    }

    private final Window window;
    private final List<Pupil> pupils;
    private final long[] index;
    private final int least;

    private ClassView(Window window, List<Pupil> pupils, long[] index, int least) {
        this.window = window;
        this.pupils = pupils;
        this.index = index;
        this.least = least;
    }

    /**
     * The view of these people.
     *
     * @param people each one's steps of this window, with {@link #FIELDS}
     * @param least the least number of people to tell of
     */
    public static ClassView of(Window window, Collection<Steps> people, int least, EngagementRule rule) {
        List<Pupil> pupils = new ArrayList<>();
        for (Steps steps : people) {
            pupils.add(new Pupil(
                    steps.values(Field.MEASURED_SECONDS, rule),
                    steps.values(Field.AWAY_SECONDS, rule),
                    steps.values(Field.FACING_SECONDS, rule),
                    steps.values(Field.NOT_FACING_SECONDS, rule),
                    steps.values(Field.ENGAGEMENT_INDEX, rule)));
        }
        long[] pooled = Steps.pool(window, FIELDS, people).values(Field.ENGAGEMENT_INDEX, rule);
        return new ClassView(window, pupils, pooled, least);
    }

    /** Its steps. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int step = 0; step < window.steps(); step++) {
            rows.add(row(step));
        }
        return rows;
    }

    /** The same steps as {@link QuietWatch} needs them. */
    public List<RoomStep> room() {
        List<RoomStep> room = new ArrayList<>();
        for (int step = 0; step < window.steps(); step++) {
            room.add(room(step));
        }
        return room;
    }

    private Row row(int step) {
        RoomStep room = room(step);
        if (room.people() < least) {
            return new Row(
                    room.people(),
                    true,
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty());
        }
        int at = step;
        List<Pupil> turned = pupils.stream().filter(pupil -> pupil.isTurned(at)).toList();
        long facing = turned.stream().mapToLong(pupil -> pupil.facing()[at]).sum();
        long directed = facing
                + turned.stream().mapToLong(pupil -> pupil.elsewhere()[at]).sum();
        long away = pupils.stream().mapToLong(pupil -> pupil.away()[at]).sum();
        long known =
                away + pupils.stream().mapToLong(pupil -> pupil.measured()[at]).sum();
        long indexed =
                pupils.stream().filter(pupil -> pupil.index()[at] != Field.NONE).count();
        boolean isIndexTold = indexed >= least && index[step] != Field.NONE;
        return new Row(
                room.people(),
                false,
                turned.size() < least ? OptionalDouble.empty() : share(facing, directed),
                share(away, known),
                share(room.facingSeconds(), room.attentionSeconds()),
                isIndexTold ? OptionalDouble.of(index[step] / MICRO) : OptionalDouble.empty());
    }

    private RoomStep room(int step) {
        int people = 0;
        int judged = 0;
        long facing = 0;
        long all = 0;
        for (Pupil pupil : pupils) {
            people += pupil.isKnown(step) ? 1 : 0;
            judged += pupil.isTurned(step) || pupil.away()[step] > 0 ? 1 : 0;
            all += pupil.away()[step];
            if (pupil.isTurned(step)) {
                facing += pupil.facing()[step];
                all += pupil.facing()[step] + pupil.elsewhere()[step];
            }
        }
        return judged < least ? new RoomStep(people, 0, 0) : new RoomStep(people, facing, all);
    }

    private static OptionalDouble share(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.round(part * MICRO / whole) / MICRO);
    }
}
