package dev.rapt.aggregator.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapt.aggregator.timeline.EngagementRule;
import dev.rapt.aggregator.timeline.Resolution;
import dev.rapt.aggregator.timeline.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Every answer is made of the published steps, and of nothing else. */
class GroupTableTest {

    private static final int MINUTES = 10;
    private static final List<String> NAMES = List.of(PublishedRow.EVERYBODY, "a", "b", "c");

    private static GroupTable any(Random random) {
        List<PublishedMinute> minutes = new ArrayList<>();
        for (int minute = 0; minute < MINUTES; minute++) {
            Instant start = Crowd.START.plus(GroupRule.MINUTE.multipliedBy(minute));
            Crowd.any(random)
                    .published()
                    .forEach(one -> minutes.add(new PublishedMinute(start, one.step(), one.rows())));
        }
        return new GroupTable(Crowd.START, Crowd.START.plus(Duration.ofMinutes(MINUTES)), minutes);
    }

    private static Window window(Instant from, Instant to, Duration step) {
        return Window.around(from, to, new Resolution(step));
    }

    @RepeatedTest(50)
    void everyRangeAndResolutionIsTheMeanOfPublishedSteps(RepetitionInfo seed) {
        // Given
        Random random = new Random(seed.getCurrentRepetition());
        GroupTable table = any(random);
        Instant from = Crowd.START.plusSeconds(random.nextInt(500));
        Instant to = from.plusSeconds(1 + random.nextInt(500));
        Duration step = Duration.ofSeconds(10L * (1 + random.nextInt(30)));

        for (String name : NAMES) {
            // When
            List<GroupStep> fine = table.steps(name, window(table.from(), table.to(), Duration.ofSeconds(10)));
            List<GroupStep> coarse = table.steps(name, window(from, to, step));

            // Then nothing is in it that the table's own steps don't say
            for (GroupStep each : coarse) {
                compare(each, fine);
            }
            Instant start = coarse.get(0).start();
            Instant end = coarse.get(coarse.size() - 1).end();
            compare(table.total(name, start, end), fine);
        }
    }

    private static void compare(GroupStep answer, List<GroupStep> fine) {
        List<GroupStep> inside = fine.stream()
                .filter(one ->
                        !one.start().isBefore(answer.start()) && one.start().isBefore(answer.end()))
                .filter(one -> one.published() > 0)
                .toList();
        assertThat(answer.published()).isEqualTo(inside.size());
        for (GroupFigure figure : GroupFigure.values()) {
            List<Double> values = inside.stream()
                    .filter(one -> one.figure(figure).isPresent())
                    .map(one -> one.figure(figure).getAsDouble())
                    .toList();
            assertThat(answer.figure(figure).isPresent()).isEqualTo(!values.isEmpty());
            if (!values.isEmpty()) {
                double mean = values.stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElseThrow();
                assertThat(answer.figure(figure).getAsDouble()).isCloseTo(mean, within(1e-9));
            }
        }
    }

    @Test
    void whatIsNotPublishedYetIsPendingAndWhatIsOfTooFewSaysSo() {
        // Given a minute of which nothing may be told, and the next, which isn't due
        GroupTable table = new GroupTable(Crowd.START, Crowd.START.plusSeconds(60), List.of());

        // When
        List<GroupStep> steps = table.steps(
                PublishedRow.EVERYBODY, window(table.from(), table.to().plusSeconds(60), Duration.ofMinutes(1)));

        // Then
        assertThat(steps).extracting(GroupStep::tooFew).containsExactly(true, false);
        assertThat(steps).extracting(GroupStep::pending).containsExactly(false, true);
        assertThat(steps).allMatch(step -> step.figures().isEmpty() && step.people() == 0);
    }

    @Test
    void theIndexIsMadeOfTheFiguresThatAreTold() {
        // Given
        GroupStep both = step(Map.of(GroupFigure.ATTENTION, .8, GroupFigure.EYES_OPEN, .9));
        GroupStep one = step(Map.of(GroupFigure.ATTENTION, .8));

        // Then
        assertThat(both.index(EngagementRule.DEFAULT).getAsDouble()).isCloseTo(.7 * .8 + .3 * .9, within(1e-9));
        assertThat(one.index(EngagementRule.DEFAULT).getAsDouble()).isCloseTo(.8, within(1e-9));
        assertThat(step(Map.of()).index(EngagementRule.DEFAULT)).isEmpty();
    }

    @Test
    void aTableWithoutExpressionsHasNone() {
        GroupTable table = any(new Random(7)).withoutExpressions();

        assertThat(table.minutes())
                .isNotEmpty()
                .flatExtracting(PublishedMinute::rows)
                .allMatch(row -> row.figures().keySet().stream()
                        .noneMatch(figure -> figure.aspect() == GroupFigure.Aspect.EXPRESSION));
    }

    private static GroupStep step(Map<GroupFigure, Double> figures) {
        return new GroupStep(Crowd.START, Crowd.START.plusSeconds(10), false, 5, 1, figures);
    }
}
