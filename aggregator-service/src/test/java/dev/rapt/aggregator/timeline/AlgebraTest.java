package dev.rapt.aggregator.timeline;

import static dev.rapt.aggregator.timeline.Frames.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.aggregator.query.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Any order, any split, any repetition: merged equals whole, to the last digit. Each repetition is a seed. */
class AlgebraTest {

    private static final int SEEDS = 25;
    private static final int WITHIN = 180_000;
    private static final Resolution FIVE = new Resolution(Duration.ofSeconds(5));

    private static List<Observation> frames(Random random) {
        List<Observation> frames = new ArrayList<>();
        Stream.generate(() -> Frames.any(random, WITHIN))
                .limit(random.nextInt(900) + 50)
                .filter(frame -> frames.stream().noneMatch(f -> f.capturedAt().equals(frame.capturedAt())))
                .forEach(frames::add);
        return frames;
    }

    private static Tally tallyOf(Collection<Bucket> buckets) {
        return buckets.stream().map(Tally::of).reduce(Tally.ZERO, Tally::plus);
    }

    @RepeatedTest(SEEDS)
    void anyOrderAndAnyRepetitionMakeTheSameBuckets(RepetitionInfo seed) {
        // Given
        Random random = new Random(seed.getCurrentRepetition());
        List<Observation> frames = frames(random);
        List<Observation> shuffled = new ArrayList<>(frames);
        frames.stream().filter(frame -> random.nextInt(3) == 0).forEach(shuffled::add);
        Collections.shuffle(shuffled, random);

        // Then
        assertThat(Frames.buckets(shuffled)).isEqualTo(Frames.buckets(frames));
    }

    @RepeatedTest(SEEDS)
    void anySplitMergesToTheWhole(RepetitionInfo seed) {
        // Given
        Random random = new Random(seed.getCurrentRepetition());
        List<Observation> frames = frames(random);
        List<List<Observation>> parts = Stream.generate(() -> (List<Observation>) new ArrayList<Observation>())
                .limit(random.nextInt(5) + 1)
                .toList();
        frames.forEach(frame -> parts.get(random.nextInt(parts.size())).add(frame));

        // When
        TreeMap<Instant, Bucket> merged = new TreeMap<>();
        parts.forEach(part -> Frames.buckets(part).forEach((start, b) -> merged.merge(start, b, Bucket::merge)));

        // Then
        assertThat(merged).isEqualTo(Frames.buckets(frames));
    }

    @RepeatedTest(SEEDS)
    void talliesOfPartsAddUpAndComeOffAgain(RepetitionInfo seed) {
        // Given
        Random random = new Random(seed.getCurrentRepetition());
        List<Bucket> buckets = new ArrayList<>(Frames.buckets(frames(random)).values());
        Tally whole = tallyOf(buckets);

        // When
        Collections.shuffle(buckets, random);
        int cut = random.nextInt(buckets.size());
        Tally left = tallyOf(buckets.subList(0, cut));
        Tally right = tallyOf(buckets.subList(cut, buckets.size()));

        // Then
        assertThat(right.plus(left)).isEqualTo(whole);
        assertThat(whole.minus(left)).isEqualTo(right);
    }

    @RepeatedTest(SEEDS)
    void runningTotalsAreTheSumOfTheBuckets(RepetitionInfo seed) {
        // Given
        List<Observation> frames = frames(new Random(seed.getCurrentRepetition()));
        TreeMap<Instant, Bucket> buckets = new TreeMap<>();
        Participation running = null;

        // When
        for (Observation frame : frames) {
            Instant start = Bucket.startOf(frame.capturedAt());
            Bucket before = buckets.getOrDefault(start, Bucket.empty(start));
            Bucket after = before.add(frame).bucket();
            buckets.put(start, after);
            running = running == null ? Participation.of(after, START) : running.with(before, after);
        }

        // Then
        assertThat(running.tally()).isEqualTo(tallyOf(buckets.values()));
        assertThat(running.firstCapturedAt())
                .isEqualTo(frames.stream()
                        .map(Observation::capturedAt)
                        .min(Instant::compareTo)
                        .orElseThrow());
        assertThat(running.lastCapturedAt())
                .isEqualTo(frames.stream()
                        .map(Observation::capturedAt)
                        .max(Instant::compareTo)
                        .orElseThrow());
    }

    @RepeatedTest(SEEDS)
    void aTimelineReadsTheSameWhicheverRangeAndResolutionIsAsked(RepetitionInfo seed) {
        // Given
        Random random = new Random(seed.getCurrentRepetition());
        TreeMap<Instant, Bucket> buckets = Frames.buckets(frames(random));
        Window all = Window.around(START.minusSeconds(120), START.plusSeconds(360), FIVE);
        PersonScan.Source person = Frames.source(buckets);
        List<Span> whole = Timeline.of(all, Rules.usual(), person).spans();

        // When
        int first = random.nextInt(60);
        int steps = random.nextInt(30) + 1;
        Window part =
                new Window(all.from().plusSeconds(5L * first), all.from().plusSeconds(5L * (first + steps)), FIVE);
        List<Span> cut = Timeline.of(part, Rules.usual(), person).spans();
        Window minutes = Window.around(all.from(), all.to(), new Resolution(Duration.ofMinutes(1)));
        List<Span> coarse = Timeline.of(minutes, Rules.usual(), person).spans();

        // Then
        assertThat(cut).isEqualTo(whole.subList(first, first + steps));
        for (int minute = 0; minute < coarse.size(); minute++) {
            List<Span> fine = whole.subList(12 * minute, 12 * minute + 12);
            assertThat(coarse.get(minute).tally())
                    .isEqualTo(fine.stream().map(Span::tally).reduce(Tally.ZERO, Tally::plus));
            assertThat(coarse.get(minute).seconds())
                    .isEqualTo(fine.stream().map(Span::seconds).reduce(Seconds.NONE, Seconds::plus));
            assertThat(coarse.get(minute).attention())
                    .isEqualTo(
                            fine.stream().map(Span::attention).reduce(AttentionSeconds.NONE, AttentionSeconds::plus));
        }
    }
}
