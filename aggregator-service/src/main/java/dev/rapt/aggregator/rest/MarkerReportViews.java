package dev.rapt.aggregator.rest;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.rapt.aggregator.report.Differences;
import dev.rapt.aggregator.report.MarkerReport;
import dev.rapt.aggregator.timeline.Field;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Reports of markers as they are written; null says: not known, or of too few. */
final class MarkerReportViews {

    static final String NOTE =
            "Estimates of what faces visibly did, never of what people felt. Each interval is of its own"
                    + " measure: with many measures and markers, some leave out zero by chance. A difference from the time before"
                    + " isn't yet an effect of what was shown.";

    private MarkerReportViews() {}

    @Schema(
            name = "MarkerReport",
            description = "What people visibly did during a marker, against their own time before it")
    record Report(
            @Schema(examples = "standup") String meetingId,
            MarkerViews.Marker marker,
            @Schema(description = "Null for everybody", examples = "front row", nullable = true) Optional<String> group,
            @Schema(description = "The steps of 5 s that are compared") Windows windows,
            @Schema(
                            description = "Other markers that overlap the baseline, so that it isn't a time of nothing",
                            examples = "[\"spot-b\"]")
                    List<String> baselineOverlaps,
            @Schema(examples = "0.95") double confidence,
            @Schema(description = "How many people are compared", examples = "12") int included,
            Excluded excluded,
            List<Measure> measures,
            @Schema(description = "Everybody, in order of the ids; null where markers are compared", nullable = true)
                    Optional<List<Person>> participants,
            String note) {}

    @Schema(name = "MarkerReports")
    record Reports(@Schema(examples = "standup") String meetingId, List<Report> reports) {}

    @Schema(name = "MarkerReportWindows")
    record Windows(Range baseline, Range marker) {}

    @Schema(name = "TimeRange")
    record Range(
            @JsonSerialize(using = Millis.class) @Schema(examples = "2026-01-05T10:04:00.000Z") Instant from,
            @JsonSerialize(using = Millis.class) @Schema(examples = "2026-01-05T10:05:00.000Z") Instant to) {}

    @Schema(name = "MarkerReportExcluded", description = "How many people aren't compared, by the reason")
    record Excluded(
            @Schema(examples = "1") int baselineNotCovered,
            @Schema(examples = "0") int markerNotCovered,
            @Schema(examples = "0") int neitherCovered) {

        static Excluded of(MarkerReport report) {
            Function<MarkerReport.Exclusion, Integer> count =
                    reason -> report.excluded().getOrDefault(reason, 0);
            return new Excluded(
                    count.apply(MarkerReport.Exclusion.BASELINE_NOT_COVERED),
                    count.apply(MarkerReport.Exclusion.MARKER_NOT_COVERED),
                    count.apply(MarkerReport.Exclusion.NEITHER_COVERED));
        }
    }

    @Schema(name = "MarkerMeasure", description = "One measure over the people who are compared")
    record Measure(
            @Schema(examples = "displayedShares.happy") String name,
            @Schema(description = "People of whom it is known both before and during", examples = "12") int n,
            @Schema(description = "Those compared of whom it isn't", examples = "0") int missing,
            @Schema(examples = "0.05", nullable = true) Optional<Double> baselineMean,
            @Schema(examples = "0.22", nullable = true) Optional<Double> markerMean,
            @Schema(description = "Of marker less baseline, person by person", examples = "0.17", nullable = true)
                    Optional<Double> meanDifference,
            @Schema(description = "Of the differences, with n - 1", examples = "0.11", nullable = true)
                    Optional<Double> standardDeviation,
            @Schema(description = "Of the mean difference, by Student's t", nullable = true)
                    Optional<Interval> confidenceInterval,
            @Schema(description = "Paired: mean difference / standard deviation", examples = "1.5", nullable = true)
                    Optional<Double> effectSize,
            @Schema(
                            description = "Why something is null",
                            enumeration = {"fewer-than-two", "no-spread"},
                            nullable = true)
                    Optional<String> reason) {

        static Measure of(MarkerReport.Compared measure) {
            Differences differences = measure.differences();
            return new Measure(
                    measure.field().text(),
                    differences.n(),
                    measure.missing(),
                    rounded(measure.baseline()),
                    rounded(measure.marker()),
                    rounded(differences.mean()),
                    rounded(differences.deviation()),
                    differences.interval().map(one -> new Interval(Digits.six(one.low()), Digits.six(one.high()))),
                    rounded(differences.effect()),
                    differences.missing().map(Digits::text));
        }
    }

    @Schema(name = "Interval")
    record Interval(@Schema(examples = "0.1") double low, @Schema(examples = "0.24") double high) {}

    @Schema(name = "MarkerPerson", description = "One person's measures by name")
    record Person(
            @Schema(examples = "ada") String participantId,
            @Schema(examples = "Ada", nullable = true) Optional<String> name,
            @Schema(
                            description = "Why the person isn't compared; null for those who are",
                            enumeration = {"baseline-not-covered", "marker-not-covered", "neither-covered"},
                            nullable = true)
                    Optional<String> excluded,
            @Schema(examples = "{\"facing\":0.8}") Map<String, Optional<Double>> baseline,
            @Schema(examples = "{\"facing\":0.9}") Map<String, Optional<Double>> marker,
            @Schema(examples = "{\"facing\":0.1}") Map<String, Optional<Double>> difference) {

        static Person of(MarkerReport.Person person, Optional<String> name) {
            return new Person(
                    person.participantId(),
                    name,
                    person.exclusion().map(Digits::text),
                    values(person, field -> person.baseline().get(field)),
                    values(person, field -> person.marker().get(field)),
                    values(person, person::difference));
        }

        private static Map<String, Optional<Double>> values(
                MarkerReport.Person person, Function<Field, OptionalDouble> value) {
            Map<String, Optional<Double>> values = new LinkedHashMap<>();
            person.marker().keySet().forEach(field -> values.put(field.text(), rounded(value.apply(field))));
            return values;
        }
    }

    private static Optional<Double> rounded(OptionalDouble value) {
        return Digits.six(value);
    }
}
