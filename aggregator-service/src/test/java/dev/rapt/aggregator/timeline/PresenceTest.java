package dev.rapt.aggregator.timeline;

import static dev.rapt.aggregator.timeline.Frames.START;
import static dev.rapt.aggregator.timeline.Frames.absent;
import static dev.rapt.aggregator.timeline.Frames.face;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.aggregator.query.Rules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PresenceTest {

    /** One letter a second from the start: M measured, A away, - unmeasured. */
    private static String states(int seconds, List<Observation> frames) {
        StringBuilder letters = new StringBuilder();
        Presence presence = new Presence(START.getEpochSecond(), (second, state) -> {
            // The middle of a long hole isn't told
            while (START.getEpochSecond() + letters.length() < second) {
                letters.append('-');
            }
            assertThat(second).isEqualTo(START.getEpochSecond() + letters.length());
            letters.append(
                    switch (state) {
                        case MEASURED -> 'M';
                        case AWAY -> 'A';
                        case UNMEASURED -> '-';
                    });
        });
        Frames.buckets(frames).values().forEach(presence::accept);
        presence.finish(START.plusSeconds(seconds));
        return letters.toString();
    }

    /** Frames every so many milliseconds; the letters say what each second's frames show. */
    private static List<Observation> every(int millis, String seconds) {
        return IntStream.iterate(0, at -> at < seconds.length() * 1_000, at -> at + millis)
                .filter(at -> seconds.charAt(at / 1_000) != ' ')
                .mapToObj(at -> frame(at, seconds.charAt(at / 1_000)))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Observation frame(int at, char kind) {
        return switch (kind) {
            case 'f' -> face(at, Label.NEUTRAL);
            case 'n' -> absent(at, Absence.NO_FACE);
            case 'd' -> absent(at, Absence.DARK);
            case 'c' -> absent(at, Absence.CAMERA_OFF);
            default -> throw new IllegalArgumentException("" + kind);
        };
    }

    @Test
    void tellsMeasuredAwayAndUnmeasuredApart() {
        assertThat(states(15, every(500, "fffffnnnnnddccf"))).isEqualTo("MMMMMAAAAA----M");
    }

    @Test
    void awayTakesThreeSecondsInARow() {
        assertThat(states(15, every(500, "ffnnfnnnfffffff"))).isEqualTo("MM--MAAAMMMMMMM");
        assertThat(states(10, every(500, "fffffffnnd"))).isEqualTo("MMMMMMM---");
        assertThat(states(5, every(500, "ffnnn"))).isEqualTo("MMAAA");
    }

    @Test
    void aSlowCameraHasNoHoles() {
        assertThat(states(20, every(2_000, "ffffffffffffffffffff"))).isEqualTo("MMMMMMMMMMMMMMMMMMMM");
        assertThat(states(20, every(4_000, "ffffffffnnnnnnnnffff"))).isEqualTo("MMM-MMMMAAAAAAAAMMMM");
    }

    @Test
    void threeUsualIntervalsWithoutAFrameAreAHole() {
        // The last frame is at 4.5 s; the seconds from 6 on start 1.5 s, three intervals, or more after it
        assertThat(states(15, every(500, "fffff       fff"))).isEqualTo("MMMMMM------MMM");
    }

    @Test
    void theUsualIntervalIsOfTheLastMinute() {
        // Given two minutes at 2 frames a second, then one frame every two seconds
        List<Observation> frames = every(500, "f".repeat(120));
        LongStream.range(60, 120).forEach(i -> frames.add(face(i * 2_000, Label.NEUTRAL)));

        // Then the slower beat is a hole until it is the usual one, half a minute of frames later
        String states = states(240, frames);
        assertThat(states.substring(0, 120)).doesNotContain("-");
        assertThat(states.substring(180)).doesNotContain("-");
    }

    @Test
    void aLongPauseDoesntVouchForALongerOne() {
        // Given two frames fifty seconds apart: their only interval would cover two and a half minutes
        String pause = states(300, List.of(face(0, Label.HAPPY), face(50_000, Label.HAPPY)));
        // Given two frames ten minutes apart: there is no interval in the last minute at all
        String longer = states(1_800, List.of(face(0, Label.HAPPY), face(600_000, Label.HAPPY)));

        // Then
        assertThat(pause.chars().filter(c -> c == 'M').count()).isEqualTo(3 + 15);
        assertThat(longer.chars().filter(c -> c == 'M').count()).isEqualTo(3 + 3);
    }

    @Test
    void nothingIsKnownBeforeTheFirstFrame() {
        assertThat(states(5, List.of(face(2_500, Label.HAPPY)))).isEqualTo("--MMM");
        assertThat(states(5, List.of())).isEqualTo("-----");
    }

    @Test
    void countsAParticipantsTimeFromTheFirstFrameToTheLast() {
        // Given
        List<Observation> frames = every(500, "   fffffnnnn ");
        Instant first = frames.get(0).capturedAt();
        Instant last = frames.get(frames.size() - 1).capturedAt();

        // When
        Seconds seconds = WholeTime.of(first, last, Rules.usual(), Frames.source(Frames.buckets(frames)))
                .seconds();

        // Then
        assertThat(seconds).isEqualTo(new Seconds(5, 4, 0));
        assertThat(seconds.presence()).isEqualTo(.555556);
        assertThat(seconds.coverage()).isEqualTo(1);
        assertThat(Seconds.NONE.isKnown()).isFalse();
    }
}
