package dev.rapt.aggregator.report;

import dev.rapt.aggregator.timeline.EngagementRule;
import dev.rapt.aggregator.timeline.Field;
import dev.rapt.aggregator.timeline.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What people visibly did during a marker, each compared with the same person just before it. In what order the people
 * come never shows, and who is excluded changes nothing but the count.
 *
 * @param people in order of their ids, those who are excluded too
 * @param measures over those who aren't, in the order in which they were asked for
 */
public record MarkerReport(List<Person> people, List<Compared> measures) {

    /** Why somebody isn't among those who are compared. */
    public enum Exclusion {
        /** Too little of the baseline is known. */
        BASELINE_NOT_COVERED,
        /** Too little of the marker is known. */
        MARKER_NOT_COVERED,
        /** Too little of both is. */
        NEITHER_COVERED
    }

    /**
     * What is compared of one person.
     *
     * @param baseline all of the baseline as one step
     * @param marker all of the marker as one step
     */
    public record Pair(Step baseline, Step marker) {}

    /**
     * One person.
     *
     * @param exclusion why the person isn't compared; empty for those who are
     * @param baseline the measures before the marker
     * @param marker the measures during it
     */
    public record Person(
            String participantId,
            Optional<Exclusion> exclusion,
            Map<Field, OptionalDouble> baseline,
            Map<Field, OptionalDouble> marker) {

        /** Marker less baseline; empty unless both are known. */
        public OptionalDouble difference(Field field) {
            OptionalDouble before = baseline.get(field);
            OptionalDouble during = marker.get(field);
            return before.isPresent() && during.isPresent()
                    ? OptionalDouble.of(during.getAsDouble() - before.getAsDouble())
                    : OptionalDouble.empty();
        }
    }

    /**
     * One measure over all who are compared.
     *
     * @param missing those of them of whom it isn't known in both
     * @param baseline the mean before the marker, over those of whom it is; empty with fewer than two
     * @param marker the mean during it
     * @param differences marker less baseline, person by person
     */
    public record Compared(
            Field field, int missing, OptionalDouble baseline, OptionalDouble marker, Differences differences) {}

    /**
     * How people are compared.
     *
     * @param coverage how much of both must be known, as a share
     * @param confidence of the intervals
     */
    public record Rules(double coverage, double confidence) {}

    public MarkerReport {
        people = List.copyOf(people);
        measures = List.copyOf(measures);
    }

    /**
     * The report of what these people did.
     *
     * @param measures some of {@link Measures#ALL}
     */
    public static MarkerReport of(
            Map<String, Pair> people, Rules rules, EngagementRule engagement, List<Field> measures) {
        List<Person> all = new ArrayList<>();
        new TreeMap<>(people).forEach((id, steps) -> all.add(person(id, steps, rules, engagement, measures)));
        List<Person> compared =
                all.stream().filter(person -> person.exclusion().isEmpty()).toList();
        return new MarkerReport(
                all,
                measures.stream()
                        .map(field -> compare(field, compared, rules.confidence()))
                        .toList());
    }

    /** How many are compared. */
    public int included() {
        return (int)
                people.stream().filter(person -> person.exclusion().isEmpty()).count();
    }

    /** How many aren't, by the reason. */
    public SortedMap<Exclusion, Integer> excluded() {
        SortedMap<Exclusion, Integer> counts = new TreeMap<>();
        people.forEach(person -> person.exclusion().ifPresent(reason -> counts.merge(reason, 1, Integer::sum)));
        return counts;
    }

    private static Person person(String id, Pair steps, Rules rules, EngagementRule engagement, List<Field> measures) {
        boolean before = steps.baseline().seconds().coverage() >= rules.coverage();
        boolean during = steps.marker().seconds().coverage() >= rules.coverage();
        Optional<Exclusion> exclusion = before && during
                ? Optional.empty()
                : Optional.of(
                        during
                                ? Exclusion.BASELINE_NOT_COVERED
                                : before ? Exclusion.MARKER_NOT_COVERED : Exclusion.NEITHER_COVERED);
        return new Person(
                id,
                exclusion,
                Measures.of(steps.baseline(), engagement, measures),
                Measures.of(steps.marker(), engagement, measures));
    }

    private static Compared compare(Field field, List<Person> people, double confidence) {
        List<Person> known = people.stream()
                .filter(person -> person.difference(field).isPresent())
                .toList();
        double[] differences = known.stream()
                .mapToDouble(person -> person.difference(field).getAsDouble())
                .toArray();
        return new Compared(
                field,
                people.size() - known.size(),
                mean(known.stream()
                        .mapToDouble(person -> person.baseline().get(field).getAsDouble())
                        .toArray()),
                mean(known.stream()
                        .mapToDouble(person -> person.marker().get(field).getAsDouble())
                        .toArray()),
                Differences.of(differences, confidence));
    }

    private static OptionalDouble mean(double[] values) {
        // In a fixed order, so that the last digit is always the same
        Arrays.sort(values);
        return values.length < 2
                ? OptionalDouble.empty()
                : Arrays.stream(values).average();
    }
}
