package dev.rapt.aggregator.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.aggregator.report.ClassView.Row;
import dev.rapt.aggregator.timeline.Absence;
import dev.rapt.aggregator.timeline.EngagementRule;
import dev.rapt.aggregator.timeline.Frames;
import dev.rapt.aggregator.timeline.Label;
import dev.rapt.aggregator.timeline.Measured;
import dev.rapt.aggregator.timeline.Observation;
import dev.rapt.aggregator.timeline.Track;
import dev.rapt.aggregator.timeline.Window;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ClassViewTest {

    private static final Window MINUTES = Tracks.window(0, 120);
    private static final Track ATTENTIVE = Tracks.each(0, 120, at -> Tracks.face(at, Label.NEUTRAL));
    /** Turned elsewhere in the last ten seconds. */
    private static final Track TURNS = Tracks.each(0, 120, at -> Frames.seen(at * 1_000L, at < 110 ? 0 : 40, 0, .3));
    /** Away in the last ten seconds. */
    private static final Track LEAVES = Tracks.each(
            0, 120, at -> at < 110 ? Tracks.face(at, Label.NEUTRAL) : Frames.absent(at * 1_000L, Absence.NO_FACE));
    /** Nothing is known after a minute. */
    private static final Track ENDS = Tracks.each(0, 60, at -> Tracks.face(at, Label.NEUTRAL));

    private static List<Row> rows(List<Track> people) {
        return ClassView.of(
                        MINUTES,
                        people.stream()
                                .map(track -> track.steps(MINUTES, ClassView.FIELDS))
                                .toList(),
                        5,
                        EngagementRule.DEFAULT)
                .rows();
    }

    private static List<Track> people(int many, Track... others) {
        List<Track> people = new ArrayList<>(Collections.nCopies(many, ATTENTIVE));
        people.addAll(List.of(others));
        return people;
    }

    @Test
    void poolsTheRoom() {
        // Given four who look, one who turns away and one who leaves
        Row last = rows(people(4, TURNS, LEAVES)).get(23);

        // Then of 30 seconds 20 are facing, 5 elsewhere and 5 away
        assertThat(last.people()).isEqualTo(6);
        assertThat(last.tooFew()).isFalse();
        assertThat(last.facing()).hasValue(.8);
        assertThat(last.away()).hasValue(.166667);
        assertThat(last.attention()).hasValue(.666667);
        // Then the index is of the five who have one: who turned away has facing 0, and who left too
        assertThat(last.index().getAsDouble()).isLessThan(.8);
    }

    @Test
    void tellsNothingOfFewerThanFive() {
        List<Row> rows = rows(people(4, ENDS));

        assertThat(rows.get(5).people()).isEqualTo(5);
        assertThat(rows.get(5).facing()).hasValue(1);
        assertThat(rows.get(5).index()).hasValue(1);
        assertThat(rows.get(23))
                .isEqualTo(new Row(
                        4,
                        true,
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty()));
    }

    @Test
    void tellsNoDirectionWhenItIsKnownOfFewerThanFive() {
        // Given five of whom one has no pose
        Track poseless = Tracks.each(0, 120, ClassViewTest::poseless);
        Row row = rows(people(4, poseless)).get(5);

        assertThat(row.people()).isEqualTo(5);
        assertThat(row.tooFew()).isFalse();
        assertThat(row.facing()).isEmpty();
        assertThat(row.attention()).isEmpty();
        assertThat(row.index()).isEmpty();
        assertThat(row.away()).hasValue(0);
    }

    @Test
    void theOrderOfPeopleNeverShowsAndWhoIsntKnownChangesNothing() {
        List<Track> people = people(4, TURNS, LEAVES);
        List<Row> before = rows(people);

        people.add(Tracks.each(0, 120, at -> Frames.absent(at * 1_000L, Absence.CAMERA_OFF)));
        Collections.reverse(people);

        assertThat(rows(people)).isEqualTo(before);
    }

    private static Observation poseless(int second) {
        Measured measured = Frames.measured(Label.NEUTRAL);
        return new Observation(
                Tracks.START.plusSeconds(second),
                0,
                new Measured(measured.figures(), Optional.empty(), Optional.empty(), measured.estimate()));
    }
}
