package dev.rapt.aggregator.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.aggregator.timeline.Absence;
import dev.rapt.aggregator.timeline.EngagementRule;
import dev.rapt.aggregator.timeline.Frames;
import dev.rapt.aggregator.timeline.Label;
import dev.rapt.aggregator.timeline.Step;
import dev.rapt.aggregator.timeline.Track;
import org.junit.jupiter.api.Test;

class VisitTest {

    /** Half a minute sad, half a minute away, half a minute happy. */
    private static final Track VISIT = Tracks.each(0, 90, at -> {
        if (at < 30) {
            return Tracks.face(at, Label.SAD);
        }
        return at < 60 ? Frames.absent(at * 1_000L + 100, Absence.NO_FACE) : Tracks.face(at, Label.HAPPY);
    });

    @Test
    void cutsAVisitInThirds() {
        Visit visit = Visit.of(VISIT, 1_000, EngagementRule.DEFAULT);

        assertThat(visit.whole().seconds().measured()).isEqualTo(60);
        assertThat(visit.whole().seconds().away()).isEqualTo(30);
        assertThat(visit.thirds())
                .extracting(Step::start)
                .containsExactly(Tracks.START, Tracks.START.plusSeconds(30), Tracks.START.plusSeconds(60));
        assertThat(visit.thirds().get(0).valence().orElseThrow()).isNegative();
        assertThat(visit.thirds().get(1).valence()).isEmpty();
        assertThat(visit.thirds().get(2).valence().orElseThrow()).isPositive();
        assertThat(visit.thirds().get(1).seconds().coverage()).isEqualTo(1);
    }

    @Test
    void findsTheLongestStretchAway() {
        assertThat(Visit.of(VISIT, 1_000, EngagementRule.DEFAULT).longestAway())
                .contains(new Visit.Stretch(Tracks.START.plusSeconds(30), Tracks.START.plusSeconds(60), 30));
        Track there = Tracks.each(0, 20, at -> Tracks.face(at, Label.NEUTRAL));
        assertThat(Visit.of(there, 1_000, EngagementRule.DEFAULT).longestAway()).isEmpty();
    }

    @Test
    void aGlimpseHasNoThirds() {
        Visit visit = Visit.of(Tracks.each(0, 4, at -> Tracks.face(at, Label.NEUTRAL)), 1_000, EngagementRule.DEFAULT);

        assertThat(visit.thirds()).isEmpty();
    }

    @Test
    void ofAVeryLongTimeTheLastPartIsCutAndLookedAt() {
        Visit visit = Visit.of(VISIT, 9, EngagementRule.DEFAULT);

        assertThat(visit.thirds().get(0).start()).isEqualTo(Tracks.START.plusSeconds(45));
        assertThat(visit.longestAway().orElseThrow().seconds()).isEqualTo(15);
        assertThat(visit.whole().seconds().away()).isEqualTo(30);
    }
}
