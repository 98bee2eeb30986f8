package dev.rapt.aggregator.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapt.aggregator.meeting.Marker;
import dev.rapt.aggregator.report.MarkerReport.Compared;
import dev.rapt.aggregator.report.MarkerReport.Exclusion;
import dev.rapt.aggregator.report.MarkerReport.Pair;
import dev.rapt.aggregator.timeline.EngagementRule;
import dev.rapt.aggregator.timeline.Field;
import dev.rapt.aggregator.timeline.Label;
import dev.rapt.aggregator.timeline.Track;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MarkerReportTest {

    private static final MarkerReport.Rules RULES = new MarkerReport.Rules(.5, .95);
    private static final Marker SPOT = new Marker(
            "spot", "Spot", Marker.Kind.ADVERT, Tracks.START.plusSeconds(60), Tracks.START.plusSeconds(90), List.of());
    private static final MarkerWindows WINDOWS = MarkerWindows.of(SPOT, Duration.ofSeconds(60));

    /** Somebody who is neutral and then happy for so many seconds of the marker's thirty. */
    private static Track smiles(int seconds) {
        return Tracks.each(0, 90, at -> Tracks.face(at, at >= 60 && at < 60 + seconds ? Label.HAPPY : Label.NEUTRAL));
    }

    private static Pair pair(Track track) {
        return new Pair(
                track.steps(WINDOWS.baseline(), Measures.FIELDS).total(),
                track.steps(WINDOWS.marker(), Measures.FIELDS).total());
    }

    private static MarkerReport report(Map<String, Pair> people) {
        return MarkerReport.of(people, RULES, EngagementRule.DEFAULT, Measures.ALL);
    }

    private static Compared measure(MarkerReport report, Field field) {
        return report.measures().stream()
                .filter(one -> one.field() == field)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void comparesEachPersonWithThePersonBefore() {
        // Given three who smile for all, half and nothing of the marker: a happy frame has .5, any other .1
        MarkerReport report = report(Map.of("ada", pair(smiles(30)), "bob", pair(smiles(15)), "cem", pair(smiles(0))));

        // Then the differences are .4, .2 and 0; t of two degrees of freedom is 4.302653
        Compared happy = measure(report, Field.HAPPY);
        assertThat(report.people().get(0).difference(Field.HAPPY).orElseThrow()).isCloseTo(.4, within(1e-9));
        assertThat(report.people().get(1).difference(Field.HAPPY).orElseThrow()).isCloseTo(.2, within(1e-9));
        assertThat(happy.differences().n()).isEqualTo(3);
        assertThat(happy.missing()).isZero();
        assertThat(happy.baseline().orElseThrow()).isCloseTo(.1, within(1e-9));
        assertThat(happy.marker().orElseThrow()).isCloseTo(.3, within(1e-9));
        assertThat(happy.differences().mean().orElseThrow()).isCloseTo(.2, within(1e-9));
        assertThat(happy.differences().deviation().orElseThrow()).isCloseTo(.2, within(1e-9));
        Differences.Interval interval = happy.differences().interval().orElseThrow();
        assertThat(interval.low()).isCloseTo(.2 - 4.302653 * .2 / Math.sqrt(3), within(1e-6));
        assertThat(interval.high()).isCloseTo(.2 + 4.302653 * .2 / Math.sqrt(3), within(1e-6));
        assertThat(happy.differences().effect().orElseThrow()).isCloseTo(1, within(1e-9));

        // Then everybody faced the screen throughout, and nobody knows who spoke
        assertThat(measure(report, Field.FACING).differences().mean()).hasValue(0);
        assertThat(measure(report, Field.COVERAGE).marker()).hasValue(1);
        assertThat(measure(report, Field.SPEAKING_SHARE).missing()).isEqualTo(3);
        assertThat(measure(report, Field.SPEAKING_SHARE).differences().missing())
                .contains(Differences.Missing.FEWER_THAN_TWO);
    }

    @Test
    void excludesThoseOfWhomTooLittleIsKnown() {
        Map<String, Pair> people = new LinkedHashMap<>();
        people.put("late", pair(Tracks.each(50, 90, at -> Tracks.face(at, Label.HAPPY))));
        people.put("left", pair(Tracks.each(0, 65, at -> Tracks.face(at, Label.HAPPY))));
        people.put("glimpse", pair(Tracks.each(50, 65, at -> Tracks.face(at, Label.HAPPY))));
        people.put("ada", pair(smiles(30)));

        MarkerReport report = report(people);

        assertThat(report.included()).isEqualTo(1);
        assertThat(report.people())
                .extracting(MarkerReport.Person::exclusion)
                .containsExactly(
                        Optional.empty(),
                        Optional.of(Exclusion.NEITHER_COVERED),
                        Optional.of(Exclusion.BASELINE_NOT_COVERED),
                        Optional.of(Exclusion.MARKER_NOT_COVERED));
        assertThat(report.excluded().values()).containsExactly(1, 1, 1);
        assertThat(measure(report, Field.HAPPY).differences().missing()).contains(Differences.Missing.FEWER_THAN_TWO);
        assertThat(measure(report, Field.HAPPY).marker()).isEmpty();
    }

    @Test
    void theOrderOfPeopleNeverShowsAndWhoIsExcludedChangesNothingButTheCount() {
        List<Map.Entry<String, Pair>> people = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            people.add(Map.entry("p" + i, pair(smiles(4 * i + 1))));
        }
        MarkerReport before = report(shuffled(people, 0));
        for (int seed = 1; seed < 10; seed++) {
            assertThat(report(shuffled(people, seed))).isEqualTo(before);
        }

        people.add(Map.entry("o-late", pair(Tracks.each(80, 90, at -> Tracks.face(at, Label.ANGRY)))));
        MarkerReport after = report(shuffled(people, 3));
        assertThat(after.measures()).isEqualTo(before.measures());
        assertThat(after.included()).isEqualTo(7);
        assertThat(after.excluded()).containsExactly(Map.entry(Exclusion.NEITHER_COVERED, 1));
    }

    @Test
    void aStepBelongsToWhereItsMiddleIs() {
        MarkerWindows windows = windows("10:01:02.500", "10:01:12.501");
        assertThat(windows.marker().from()).isEqualTo(Instant.parse("2026-01-05T10:01:00Z"));
        assertThat(windows.marker().to()).isEqualTo(Instant.parse("2026-01-05T10:01:15Z"));
        assertThat(windows.baseline().from()).isEqualTo(Instant.parse("2026-01-05T10:00:00Z"));
        assertThat(windows.baseline().to()).isEqualTo(windows.marker().from());

        windows = windows("10:01:02.501", "10:01:12.500");
        assertThat(windows.marker().from()).isEqualTo(Instant.parse("2026-01-05T10:01:05Z"));
        assertThat(windows.marker().to()).isEqualTo(Instant.parse("2026-01-05T10:01:10Z"));
    }

    @Test
    void aVeryShortMarkerHasTheStepItIsIn() {
        MarkerWindows windows = windows("10:01:08", "10:01:09");

        assertThat(windows.marker().from()).isEqualTo(Instant.parse("2026-01-05T10:01:05Z"));
        assertThat(windows.marker().to()).isEqualTo(Instant.parse("2026-01-05T10:01:10Z"));
    }

    private static MarkerWindows windows(String start, String end) {
        return MarkerWindows.of(
                new Marker(
                        "m",
                        "M",
                        Marker.Kind.OTHER,
                        Instant.parse("2026-01-05T" + start + "Z"),
                        Instant.parse("2026-01-05T" + end + "Z"),
                        List.of()),
                Duration.ofSeconds(60));
    }

    private static Map<String, Pair> shuffled(List<Map.Entry<String, Pair>> people, int seed) {
        List<Map.Entry<String, Pair>> order = new ArrayList<>(people);
        Collections.shuffle(order, new Random(seed));
        Map<String, Pair> map = new LinkedHashMap<>();
        order.forEach(one -> map.put(one.getKey(), one.getValue()));
        return map;
    }
}
