package dev.rapt.aggregator.group;

import dev.rapt.aggregator.group.GroupFigure.Aspect;
import dev.rapt.aggregator.timeline.Fields;
import dev.rapt.aggregator.timeline.Resolution;
import dev.rapt.aggregator.timeline.Steps;
import dev.rapt.aggregator.timeline.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes what may be told of people's figures. In each step, and for each aspect by itself, a group is told when the least
 * number of people count in it; everybody is told when that many do, and when those beyond the groups that are told are
 * nobody or that many too. So whatever is added and subtracted of one step's figures covers nobody or that many people.
 */
public final class Publication {

    private final GroupRule rule;
    private final Division division;

    public Publication(GroupRule rule, Division division) {
        this.rule = rule;
        this.division = division;
    }

    /** What {@link #minutes} needs to be known of each person. */
    public static Fields fields() {
        return Person.FIELDS;
    }

    /** The steps of these minutes as people's figures are to be read. */
    public Window window(Instant from, Instant to) {
        return new Window(from, to, new Resolution(rule.step()));
    }

    /**
     * The minutes of a window of which anything may be told.
     *
     * @param window of whole minutes, from {@link #window}
     * @param people everybody's steps of it by their ids, with {@link #fields}
     */
    public List<PublishedMinute> minutes(Window window, Map<String, Steps> people) {
        List<Person> everybody = new ArrayList<>();
        Map<String, List<Person>> groups = new HashMap<>();
        people.forEach((id, steps) -> {
            Person person = new Person(steps);
            everybody.add(person);
            division.groupOf(id).ifPresent(group -> groups.computeIfAbsent(group, g -> new ArrayList<>())
                    .add(person));
        });
        List<PublishedMinute> minutes = new ArrayList<>();
        int perMinute = rule.stepsInMinute();
        for (int first = 0; first < window.steps(); first += perMinute) {
            List<PublishedRow> rows = new ArrayList<>();
            for (int step = 0; step < perMinute; step++) {
                rows.addAll(new OneStep(first + step, step).rows(everybody, groups));
            }
            if (!rows.isEmpty()) {
                Instant start = window.from().plus(rule.step().multipliedBy(first));
                minutes.add(new PublishedMinute(start, rule.step(), rows));
            }
        }
        return minutes;
    }

    /** What may be told of one step. */
    private final class OneStep {
        private final int at;
        private final int inMinute;
        /** Of how many people each aspect is told in groups. */
        private final Map<Aspect, Integer> told = new EnumMap<>(Aspect.class);

        OneStep(int at, int inMinute) {
            this.at = at;
            this.inMinute = inMinute;
        }

        List<PublishedRow> rows(List<Person> everybody, Map<String, List<Person>> groups) {
            List<PublishedRow> rows = new ArrayList<>();
            groups.forEach((name, members) -> row(name, members, false).ifPresent(rows::add));
            row(PublishedRow.EVERYBODY, everybody, true).ifPresent(rows::add);
            return rows;
        }

        private Optional<PublishedRow> row(String name, List<Person> members, boolean isEverybody) {
            Map<GroupFigure, Integer> figures = new EnumMap<>(GroupFigure.class);
            int people = 0;
            for (Aspect aspect : Aspect.values()) {
                List<Person> counted = members.stream()
                        .filter(person -> person.isIn(aspect, at))
                        .toList();
                int rest = counted.size() - told.getOrDefault(aspect, 0);
                boolean mayBeTold =
                        counted.size() >= rule.least() && (!isEverybody || rest == 0 || rest >= rule.least());
                if (!mayBeTold) {
                    if (aspect == Aspect.ATTENTION) {
                        return Optional.empty();
                    }
                    continue;
                }
                if (aspect == Aspect.ATTENTION) {
                    people = rule.people(counted.size());
                }
                if (!isEverybody) {
                    told.merge(aspect, counted.size(), Integer::sum);
                }
                aspect.figures().forEach(figure -> figures.put(figure, mean(figure, counted)));
            }
            return Optional.of(new PublishedRow(name, inMinute, people, figures));
        }

        private int mean(GroupFigure figure, List<Person> people) {
            double mean = people.stream()
                    .mapToLong(person -> person.micros(figure, at))
                    .average()
                    .orElseThrow();
            return (int) Math.round(mean / rule.rounding()) * rule.rounding();
        }
    }
}
