package dev.rapt.aggregator.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.aggregator.report.Moments.Extreme;
import dev.rapt.aggregator.report.Moments.Series;
import dev.rapt.aggregator.report.Moments.SmilesTogether;
import dev.rapt.aggregator.timeline.EngagementRule;
import dev.rapt.aggregator.timeline.Frames;
import dev.rapt.aggregator.timeline.Label;
import dev.rapt.aggregator.timeline.Steps;
import dev.rapt.aggregator.timeline.Track;
import dev.rapt.aggregator.timeline.Window;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MomentsTest {

    private static final Moments.Rules RULES = new Moments.Rules(1, 3, .05, .1, Duration.ofSeconds(30), 5, 2, 1 / 3.);
    private static final Window WINDOW = Tracks.window(0, 300);
    private static final Track CALM = Tracks.each(0, 300, at -> Tracks.face(at, Label.NEUTRAL));
    private static final Track LAUGHS =
            Tracks.each(0, 300, at -> Tracks.face(at, at >= 100 && at < 115 ? Label.HAPPY : Label.NEUTRAL));
    private static final Track TURNS =
            Tracks.each(0, 300, at -> Frames.seen(at * 1_000L, at >= 200 && at < 225 ? 40 : 0, 0, .3));

    private static Moments moments(Map<String, Track> people) {
        Map<String, Steps> steps = new LinkedHashMap<>();
        people.forEach((id, track) -> steps.put(id, track.steps(WINDOW, Moments.FIELDS)));
        return Moments.of(WINDOW, steps, RULES, EngagementRule.DEFAULT);
    }

    @Test
    void findsWhereTheMeetingStoodOutFromItself() {
        Moments moments = moments(Map.of("ada", LAUGHS, "bob", LAUGHS, "cem", CALM, "dee", TURNS));

        assertThat(moments.extremes()).hasSize(2);
        Extreme laugh = moments.extremes().get(0);
        assertThat(laugh.series()).isEqualTo(Series.SMILING);
        assertThat(laugh.isPeak()).isTrue();
        assertThat(laugh.at()).isBetween(Tracks.START.plusSeconds(100), Tracks.START.plusSeconds(110));
        assertThat(laugh.start()).isBefore(laugh.end());
        assertThat(laugh.value()).isGreaterThan(.5);
        Extreme turn = moments.extremes().get(1);
        assertThat(turn.series()).isEqualTo(Series.ENGAGEMENT_INDEX);
        assertThat(turn.isPeak()).isFalse();
        assertThat(turn.at()).isBetween(Tracks.START.plusSeconds(200), Tracks.START.plusSeconds(220));
        assertThat(turn.value()).isLessThan(.9);
        assertThat(turn.score()).isGreaterThan(3);
    }

    @Test
    void findsWhoSmiledTogether() {
        Moments moments = moments(Map.of("ada", LAUGHS, "bob", LAUGHS, "cem", CALM, "dee", TURNS));

        assertThat(moments.together()).hasSize(1);
        SmilesTogether together = moments.together().get(0);
        assertThat(together.start()).isEqualTo(Tracks.START.plusSeconds(100));
        assertThat(together.end()).isBetween(Tracks.START.plusSeconds(115), Tracks.START.plusSeconds(120));
        assertThat(together.seconds()).containsOnlyKeys("ada", "bob");
        assertThat(together.seconds().get("ada")).isBetween(14L, 16L);
        assertThat(moments(Map.of("ada", LAUGHS, "cem", CALM)).together()).isEmpty();
    }

    @Test
    void aCalmMeetingHasNone() {
        Moments moments = moments(Map.of("ada", CALM, "bob", CALM));

        assertThat(moments.extremes()).isEmpty();
        assertThat(moments.together()).isEmpty();
    }

    @Test
    void theOrderOfPeopleNeverShows() {
        Map<String, Track> people = new LinkedHashMap<>();
        people.put("dee", TURNS);
        people.put("bob", LAUGHS);
        people.put("ada", LAUGHS);

        assertThat(moments(people)).isEqualTo(moments(new TreeMap<>(people)));
    }
}
