package dev.rapt.aggregator.group;

import dev.rapt.aggregator.timeline.MadeUpSteps;
import dev.rapt.aggregator.timeline.MadeUpSteps.Cell;
import dev.rapt.aggregator.timeline.Steps;
import dev.rapt.aggregator.timeline.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** A minute of made-up people who come, go, look away and can't be seen, some of them in groups. */
final class Crowd {

    static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    static final GroupRule RULE = new GroupRule(5, 50_000, Duration.ofSeconds(10), Duration.ZERO);
    static final int STEPS = 6;

    final Map<String, List<Cell>> cells = new TreeMap<>();
    final Division division;

    Crowd(Map<String, List<Cell>> cells, Division division) {
        this.cells.putAll(cells);
        this.division = division;
    }

    /** Up to 24 people; up to three groups of any size, and some people in none. */
    static Crowd any(Random random) {
        Map<String, List<Cell>> cells = new LinkedHashMap<>();
        List<Set<String>> groups = List.of(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        int people = random.nextInt(25);
        int inGroups = 1 + random.nextInt(12);
        double seen = .3 + random.nextDouble() * .7;
        for (int i = 0; i < people; i++) {
            String id = "p" + i;
            List<Cell> steps = new ArrayList<>();
            for (int step = 0; step < STEPS; step++) {
                steps.add(
                        random.nextDouble() < seen
                                ? any(random, random.nextInt(11))
                                : new Cell(0, 0, 0, 0, 0, 0, 0, 0));
            }
            cells.put(id, steps);
            if (random.nextInt(12) < inGroups) {
                groups.get(random.nextInt(3)).add(id);
            }
        }
        return new Crowd(cells, new Division(Map.of("a", groups.get(0), "b", groups.get(1), "c", groups.get(2))));
    }

    static Cell any(Random random, int known) {
        int measured = random.nextInt(3) == 0 ? random.nextInt(known + 1) : known;
        int directed = random.nextInt(4) == 0 ? random.nextInt(measured + 1) : measured;
        int eyes = random.nextInt(3) == 0 ? 0 : random.nextInt(measured + 1);
        int scored = random.nextInt(3) == 0 ? 0 : random.nextInt(measured + 1);
        return new Cell(
                measured,
                known - measured,
                directed,
                random.nextInt(directed + 1),
                eyes,
                random.nextInt(eyes + 1),
                scored,
                random.nextInt(1_001));
    }

    static Window window() {
        return new Publication(RULE, new Division(Map.of())).window(START, START.plus(GroupRule.MINUTE));
    }

    List<PublishedMinute> published() {
        Map<String, Steps> people = new TreeMap<>();
        cells.forEach((id, steps) -> people.put(id, MadeUpSteps.of(window(), Publication.fields(), steps)));
        return new Publication(RULE, division).minutes(window(), people);
    }
}
