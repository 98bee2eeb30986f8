package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.group.GroupFigure;
import dev.rapt.aggregator.group.GroupStep;
import dev.rapt.aggregator.group.GroupTable;
import dev.rapt.aggregator.group.PublishedRow;
import dev.rapt.aggregator.report.FiveSeconds;
import dev.rapt.aggregator.report.RoomStep;
import dev.rapt.aggregator.timeline.EngagementRule;
import dev.rapt.aggregator.timeline.Resolution;
import dev.rapt.aggregator.timeline.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A room of which only groups are shown, in the form of the class view. */
final class GroupRoom {

    /** What stands for all seconds of a step; only the share that was attentive counts. */
    private static final long WHOLE = 1_000;

    private GroupRoom() {}

    static ClassViews.Step step(GroupStep step, EngagementRule rule) {
        return new ClassViews.Step(
                step.start(),
                step.end(),
                step.people(),
                step.published() == 0,
                Optional.empty(),
                Digits.six(step.figure(GroupFigure.AWAY)),
                Digits.six(step.figure(GroupFigure.ATTENTION)),
                Digits.six(step.index(rule)));
    }

    /** The table's steps cut into those of the watch; every step weighs the same. */
    static List<RoomStep> fiveSeconds(GroupTable table, Window whole, Duration length) {
        Window steps = Window.around(whole.from(), whole.to(), new Resolution(length));
        int perStep = (int) (length.toMillis() / FiveSeconds.STEP.length().toMillis());
        List<RoomStep> room = new ArrayList<>();
        table.steps(PublishedRow.EVERYBODY, steps).forEach(step -> {
            for (int i = 0; i < perStep; i++) {
                room.add(room(step));
            }
        });
        int before = (int) (Duration.between(steps.from(), whole.from()).toMillis()
                / FiveSeconds.STEP.length().toMillis());
        return room.subList(before, before + (int) whole.steps());
    }

    private static RoomStep room(GroupStep step) {
        OptionalDouble attention = step.figure(GroupFigure.ATTENTION);
        return attention.isEmpty()
                ? new RoomStep(step.people(), 0, 0)
                : new RoomStep(step.people(), Math.round(attention.getAsDouble() * WHOLE), WHOLE);
    }
}
