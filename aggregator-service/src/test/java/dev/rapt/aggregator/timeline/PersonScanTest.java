package dev.rapt.aggregator.timeline;

import static dev.rapt.aggregator.timeline.Frames.START;
import static dev.rapt.aggregator.timeline.Frames.absent;
import static dev.rapt.aggregator.timeline.Frames.poseless;
import static dev.rapt.aggregator.timeline.Frames.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.aggregator.attention.Baseline;
import dev.rapt.aggregator.attention.Eyes;
import dev.rapt.aggregator.attention.Facing;
import dev.rapt.aggregator.query.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PersonScanTest {

    private static final Resolution FIVE = new Resolution(Duration.ofSeconds(5));

    private static List<Second> scan(List<Observation> frames) {
        List<Second> seconds = new ArrayList<>();
        PersonScan.scan(Rules.usual(), Frames.source(Frames.buckets(frames)), seconds::add);
        return seconds;
    }

    /** One letter a second: F facing, N not, ? measured without a pose, A away, - unmeasured; small with closed eyes. */
    private static String letters(List<Observation> frames, int seconds) {
        StringBuilder letters = new StringBuilder();
        for (Second second : scan(frames).subList(0, seconds)) {
            assertThat(second.epochSecond()).isEqualTo(START.getEpochSecond() + letters.length());
            char letter = second.state() == Seconds.State.MEASURED
                    ? letterOf(second.facing())
                    : second.state() == Seconds.State.AWAY ? 'A' : '-';
            letters.append(second.eyes() == Eyes.CLOSED ? Character.toLowerCase(letter) : letter);
        }
        return letters.toString();
    }

    private static char letterOf(Facing facing) {
        return switch (facing) {
            case FACING -> 'F';
            case NOT_FACING -> 'N';
            case UNKNOWN -> '?';
        };
    }

    /** Two frames a second; one letter says what a second shows. */
    private static List<Observation> twice(String script) {
        List<Observation> frames = new ArrayList<>();
        for (int at = 100; at < script.length() * 1_000; at += 500) {
            switch (script.charAt(at / 1_000)) {
                case 'f' -> frames.add(seen(at, 1, -2, .28));
                case 'n' -> frames.add(seen(at, 40, -2, .28));
                case 's' -> frames.add(seen(at, 1, -2, .08));
                case 'p' -> frames.add(poseless(at, Label.NEUTRAL));
                case 'a' -> frames.add(absent(at, Absence.NO_FACE));
                case 'd' -> frames.add(absent(at, Absence.DARK));
                default -> {}
            }
        }
        return frames;
    }

    @Test
    void judgesEverySecond() {
        String script = "ffffffffffnnnnnaaaaaffsssffppddf";

        assertThat(letters(twice(script), script.length())).isEqualTo("FFFFFFFFFFNNNNNAAAAAFFfffFF??--F");
    }

    @Test
    void aMissingSecondIsJudgedLikeTheFramesBefore() {
        // Given holes of a second, which frames half a second apart bridge
        String script = "ffffffffffn f sss f   f";

        assertThat(letters(twice(script), script.length())).isEqualTo("FFFFFFFFFFNNFFffffFFF-F");
    }

    @Test
    void handsOutEachSecondsOwnFrames() {
        List<Second> seconds = scan(twice("fa f"));

        assertThat(seconds.get(0).slot().orElseThrow().posed()).isEqualTo(2);
        assertThat(seconds.get(1).slot()).isEmpty();
        assertThat(seconds.get(3).slot().orElseThrow().mean(Angle.YAW)).hasValue(1);
    }

    @Test
    void nobodyAtAllIsNoTime() {
        assertThat(scan(List.of())).isEmpty();
    }

    @Test
    void aRangeIsJudgedByAFirstMinuteThatLiesBeforeIt() {
        // Given somebody who faces there for a minute, and then elsewhere
        List<Observation> frames = twice("f".repeat(60) + "n".repeat(30));
        Window end = new Window(START.plusSeconds(60), START.plusSeconds(90), FIVE);

        // When
        Timeline timeline = Timeline.of(end, Rules.usual(), Frames.source(Frames.buckets(frames)));

        // Then
        assertThat(timeline.baseline().state()).isEqualTo(Baseline.State.LEARNT);
        assertThat(timeline.baseline().measuredSeconds()).isEqualTo(90);
        assertThat(timeline.spans()).hasSize(6).allSatisfy(span -> assertThat(span.attention())
                .isEqualTo(new AttentionSeconds(0, 5, 0, 0)));
    }

    private static List<Observation> anybody(Random random) {
        List<Observation> frames = new ArrayList<>();
        double yaw = 0;
        for (int at = 0; at < 420_000; at += 300 + random.nextInt(500)) {
            yaw = random.nextInt(30) == 0 ? random.nextInt(3) * 30 : yaw;
            boolean shut = at / 10_000 % 5 == 0;
            switch (random.nextInt(12)) {
                case 0 -> frames.add(absent(at, Absence.NO_FACE));
                case 1 -> frames.add(poseless(at, Label.HAPPY));
                default -> frames.add(seen(at, yaw + random.nextGaussian(), random.nextGaussian(), shut ? .1 : .27));
            }
        }
        return frames;
    }

    @RepeatedTest(10)
    void anyOrderAndAnyRangeAgreeToTheLastDigit(RepetitionInfo seed) {
        // Given somebody between three monitors, and the same frames in another order, some of them twice
        Random random = new Random(seed.getCurrentRepetition());
        List<Observation> frames = anybody(random);
        List<Observation> shuffled = new ArrayList<>(frames);
        frames.stream().filter(frame -> random.nextInt(4) == 0).forEach(shuffled::add);
        Collections.shuffle(shuffled, random);
        PersonScan.Source person = Frames.source(Frames.buckets(frames));
        PersonScan.Source other = Frames.source(Frames.buckets(shuffled));

        // When
        Window all = new Window(START, START.plusSeconds(600), FIVE);
        Timeline whole = Timeline.of(all, Rules.usual(), person);
        Instant last = frames.get(frames.size() - 1).capturedAt();
        WholeTime summary = WholeTime.of(START, last, Rules.usual(), other);
        int first = random.nextInt(80);
        Window part = new Window(START.plusSeconds(5L * first), START.plusSeconds(5L * first + 50), FIVE);

        // Then
        assertThat(Timeline.of(all, Rules.usual(), other)).isEqualTo(whole);
        assertThat(Timeline.of(part, Rules.usual(), other).spans())
                .isEqualTo(whole.spans().subList(first, first + 10));
        assertThat(summary.baseline()).isEqualTo(whole.baseline());
        Window untilLast = Window.around(START, last, FIVE);
        AttentionSeconds sum = Timeline.of(untilLast, Rules.usual(), person).spans().stream()
                .map(Span::attention)
                .reduce(AttentionSeconds.NONE, AttentionSeconds::plus);
        assertThat(sum.facing() + sum.notFacing()).isGreaterThan(300);
        // The second of the last frame may be followed by held ones in the last step
        assertThat(sum.facing() - summary.attention().facing()).isBetween(0L, 5L);
        assertThat(summary.attention().eyesKnown())
                .isGreaterThanOrEqualTo(summary.attention().eyesClosed());
    }
}
