package dev.rapt.aggregator.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapt.aggregator.group.GroupFigure.Aspect;
import dev.rapt.aggregator.meeting.Group;
import dev.rapt.aggregator.timeline.MadeUpSteps.Cell;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Whoever adds and subtracts what is published of a step learns nothing of fewer than five people. */
class DifferencesTest {

    private static final int SEEDS = 200;
    private static final double HALF_A_ROUNDING = .025;

    @RepeatedTest(SEEDS)
    void everySumAndDifferenceCoversNobodyOrAtLeastFive(RepetitionInfo seed) {
        // Given
        Random random = new Random(seed.getCurrentRepetition());
        Crowd crowd = Crowd.any(random);
        List<PublishedMinute> published = crowd.published();

        for (int step = 0; step < Crowd.STEPS; step++) {
            for (Aspect aspect : Aspect.values()) {
                // When somebody takes all that is told of a step, as often as they like, with either sign
                List<Set<String>> told = told(crowd, published, step, aspect);
                for (int attempt = 0; attempt < 50; attempt++) {
                    Map<String, Integer> weights = new HashMap<>();
                    for (Set<String> people : told) {
                        int factor = random.nextInt(5) - 2;
                        people.forEach(id -> weights.merge(id, factor, Integer::sum));
                    }
                    // Then what is left is of nobody or of five, whatever they weigh
                    Map<Integer, Long> byWeight = weights.values().stream()
                            .filter(weight -> weight != 0)
                            .collect(Collectors.groupingBy(weight -> weight, Collectors.counting()));
                    assertThat(byWeight.values()).allMatch(people -> people >= 5);
                }
            }
        }
    }

    @RepeatedTest(SEEDS)
    void whatIsToldIsTheMeanOfWhoeverCountsRounded(RepetitionInfo seed) {
        // Given
        Crowd crowd = Crowd.any(new Random(seed.getCurrentRepetition()));

        // When
        List<PublishedRow> rows = crowd.published().stream()
                .flatMap(minute -> minute.rows().stream())
                .toList();

        // Then
        for (PublishedRow row : rows) {
            Set<String> people = people(crowd, row.group(), row.step(), Aspect.ATTENTION);
            assertThat(row.people()).isEqualTo(people.size() / 5 * 5).isPositive();
            double attention = people.stream()
                    .map(id -> crowd.cells.get(id).get(row.step()))
                    .mapToDouble(cell -> (double) cell.facing() / (cell.directed() + cell.away()))
                    .average()
                    .orElseThrow();
            assertThat(row.figures().get(GroupFigure.ATTENTION) / 1e6)
                    .isCloseTo(attention, within(HALF_A_ROUNDING + 1e-5));
            assertThat(row.figures().values()).allMatch(micros -> micros % 50_000 == 0);
        }
    }

    @Test
    void theMadeUpMeetingsTellSomethingAndKeepSomethingBack() {
        // So that the tests above can't hold merely because nothing is ever told
        int everybody = 0;
        int withoutGroups = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            Crowd crowd = Crowd.any(new Random(seed));
            List<PublishedMinute> published = crowd.published();
            for (int step = 0; step < Crowd.STEPS; step++) {
                boolean told = row(published, PublishedRow.EVERYBODY, step).isPresent();
                boolean enough = people(crowd, PublishedRow.EVERYBODY, step, Aspect.ATTENTION)
                                .size()
                        >= 5;
                everybody += told ? 1 : 0;
                withoutGroups += enough && !told ? 1 : 0;
            }
        }
        assertThat(everybody).isGreaterThan(100);
        assertThat(withoutGroups).isGreaterThan(20);
    }

    @Test
    void everybodyIsNotToldWhenOnePersonIsInNoGroup() {
        // Given a group of six, and one more
        Cell facing = new Cell(10, 0, 10, 10, 10, 0, 0, 0);
        Cell turned = new Cell(10, 0, 10, 0, 10, 0, 0, 0);
        Map<String, List<Cell>> cells = new HashMap<>();
        Set<String> six = new TreeSet<>();
        for (int i = 0; i < 6; i++) {
            six.add("p" + i);
            cells.put("p" + i, Collections.nCopies(Crowd.STEPS, facing));
        }
        cells.put("lone", Collections.nCopies(Crowd.STEPS, turned));

        // When
        List<PublishedMinute> published = new Crowd(cells, new Division(Map.of("six", six))).published();

        // Then the group is told, and everybody isn't
        assertThat(row(published, "six", 0).orElseThrow().figures()).containsEntry(GroupFigure.ATTENTION, 1_000_000);
        assertThat(row(published, PublishedRow.EVERYBODY, 0)).isEmpty();

        // When there is no such group
        published = new Crowd(cells, new Division(Map.of())).published();

        // Then everybody is
        assertThat(row(published, PublishedRow.EVERYBODY, 0).orElseThrow().people())
                .isEqualTo(5);
    }

    @Test
    void groupsThatShareSomebodyAreNeverTold() {
        // Given two groups of which one has one person more
        List<Group> groups = new ArrayList<>();
        Set<String> five = Set.of("a", "b", "c", "d", "e");
        Set<String> six = Set.of("a", "b", "c", "d", "e", "f");
        groups.add(new Group("five", five));
        groups.add(new Group("six", six));
        groups.add(new Group("apart", Set.of("x")));

        // Then
        assertThat(Division.of(groups).groups()).containsOnlyKeys("apart");
    }

    /** Of whom each published row of a step and an aspect is. */
    private static List<Set<String>> told(Crowd crowd, List<PublishedMinute> published, int step, Aspect aspect) {
        List<Set<String>> told = new ArrayList<>();
        for (PublishedMinute minute : published) {
            for (PublishedRow row : minute.rows()) {
                if (row.step() == step && row.figures().keySet().containsAll(aspect.figures())) {
                    told.add(people(crowd, row.group(), step, aspect));
                }
            }
        }
        return told;
    }

    private static Optional<PublishedRow> row(List<PublishedMinute> published, String group, int step) {
        return published.stream()
                .flatMap(minute -> minute.rows().stream())
                .filter(row -> row.group().equals(group) && row.step() == step)
                .findFirst();
    }

    /** Who counts, said in another way than where it is published. */
    private static Set<String> people(Crowd crowd, String group, int step, Aspect aspect) {
        Set<String> people = new TreeSet<>();
        crowd.cells.forEach((id, cells) -> {
            Cell cell = cells.get(step);
            boolean counts = cell.measured() + cell.away() >= 5 && cell.directed() + cell.away() > 0;
            boolean has = aspect == Aspect.ATTENTION
                    || aspect == Aspect.EYES && cell.eyes() > 0
                    || aspect == Aspect.EXPRESSION && cell.scored() > 0;
            boolean member = group.equals(PublishedRow.EVERYBODY)
                    || crowd.division.groups().get(group).contains(id);
            if (counts && has && member) {
                people.add(id);
            }
        });
        return people;
    }
}
