package dev.rapt.aggregator.timeline;

import static dev.rapt.aggregator.timeline.Frames.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.aggregator.query.Rules;
import dev.rapt.display.DisplaySettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What is kept of a person always says what one pass over all buckets says: {@link Timeline} and {@link WholeTime}. */
class DigestTest {

    private static final int SEEDS = 20;

    /** One person's buckets as a store keeps them, and how often how many were read. */
    private static final class Store implements Digest.Buckets {
        private final TreeMap<Instant, Bucket> buckets = new TreeMap<>();
        private Optional<Participation> participation = Optional.empty();
        private int read;

        void add(Observation frame) {
            Instant start = Bucket.startOf(frame.capturedAt());
            Bucket before = buckets.getOrDefault(start, Bucket.empty(start));
            Bucket after = before.add(frame).bucket();
            buckets.put(start, after);
            participation = Optional.of(
                    participation.map(p -> p.with(before, after)).orElseGet(() -> Participation.of(after, START)));
        }

        void deleteFirst() {
            Bucket first = buckets.pollFirstEntry().getValue();
            participation = participation.map(
                    p -> p.without(first, buckets.firstEntry().getValue().capturedAt(0)));
        }

        @Override
        public <T> T from(Instant start, Function<Iterator<Bucket>, T> reader) {
            List<Bucket> tail = new ArrayList<>(buckets.tailMap(start, true).values());
            read += tail.size();
            return reader.apply(tail.iterator());
        }

        Track ask(Digest digest) {
            return digest.track(participation.orElseThrow(), this);
        }
    }

    private static Digest digest() {
        return new Digest(Rules.usual(), DisplaySettings.DEFAULT);
    }

    /** Somebody who turns, leaves, closes the eyes, is missing for minutes and laughs. */
    private static List<Observation> anybody(Random random, int millis) {
        List<Observation> frames = new ArrayList<>();
        double yaw = 0;
        int mood = 0;
        for (int at = random.nextInt(3_000); at < millis; at += 200 + random.nextInt(700)) {
            yaw = random.nextInt(30) == 0 ? random.nextInt(3) * 30 : yaw;
            mood = random.nextInt(25) == 0 ? random.nextInt(8) : mood;
            boolean shut = at / 10_000 % 5 == 0;
            at += random.nextInt(150) == 0 ? random.nextInt(120_000) : 0;
            switch (mood) {
                case 0 -> frames.add(Frames.absent(at, Absence.NO_FACE));
                case 1 -> frames.add(Frames.poseless(at, Label.HAPPY));
                case 2 -> frames.add(Frames.face(at, Label.values()[random.nextInt(8)]));
                default ->
                    frames.add(Frames.seen(
                            at, yaw + random.nextGaussian(), random.nextGaussian(), shut ? .1 : .2 + mood / 100.));
            }
        }
        return frames;
    }

    private static void agrees(Track track, TreeMap<Instant, Bucket> buckets, Random random) {
        Resolution resolution = new Resolution(Duration.ofSeconds(5L * (1 + random.nextInt(3) * random.nextInt(20))));
        Instant first = buckets.firstKey();
        Instant last = buckets.lastEntry().getValue().end();
        Window window = Window.around(
                first.minusSeconds(random.nextInt(60)).plusSeconds(random.nextInt(200)),
                last.plusSeconds(200 - random.nextInt(100)),
                resolution);
        Timeline plain = Timeline.of(window, Rules.usual(), Frames.source(buckets));
        List<Step> steps = track.steps(window).all();
        assertThat(steps).hasSameSizeAs(plain.spans());
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            Span span = plain.spans().get(i);
            assertThat(new Span(
                            step.start(), step.end(), step.tally(), step.seconds(), step.attention(), step.displayed()))
                    .isEqualTo(span);
        }
        assertThat(track.baseline()).isEqualTo(plain.baseline());
        Instant from = buckets.firstEntry().getValue().capturedAt(0);
        Bucket newest = buckets.lastEntry().getValue();
        Instant to = newest.capturedAt(newest.frames() - 1);
        WholeTime whole = WholeTime.of(from, to, Rules.usual(), Frames.source(buckets));
        Step all = track.whole();
        assertThat(all.seconds()).isEqualTo(whole.seconds());
        assertThat(all.attention()).isEqualTo(whole.attention());
        assertThat(all.displayed().seconds()).isEqualTo(whole.displayed().seconds());
    }

    @RepeatedTest(SEEDS)
    void saysWhatOnePassSaysHoweverOftenItIsAsked(RepetitionInfo seed) {
        // Given
        Random random = new Random(seed.getCurrentRepetition());
        Store store = new Store();
        Digest digest = digest();
        List<Observation> frames = anybody(random, 1_500_000);

        for (Observation frame : frames) {
            // When
            store.add(frame);
            if (random.nextInt(40) == 0) {
                store.ask(digest);
            }
            if (random.nextInt(400) == 0) {
                // Then
                agrees(store.ask(digest), store.buckets, random);
            }
        }
        agrees(store.ask(digest), store.buckets, random);
    }

    @RepeatedTest(SEEDS)
    void aLateFrameAndADeletedBucketChangeWhatTheyMust(RepetitionInfo seed) {
        // Given frames in any order, nearly
        Random random = new Random(seed.getCurrentRepetition());
        Store store = new Store();
        Digest digest = digest();
        List<Observation> frames = anybody(random, 900_000);
        for (int i = 0; i < 20; i++) {
            Collections.swap(frames, random.nextInt(frames.size()), random.nextInt(frames.size()));
        }

        for (Observation frame : frames) {
            // When
            store.add(frame);
            if (random.nextInt(100) == 0) {
                store.ask(digest);
            }
            if (random.nextInt(300) == 0 && store.buckets.size() > 1) {
                store.deleteFirst();
                // Then
                agrees(store.ask(digest), store.buckets, random);
            }
        }
        agrees(store.ask(digest), store.buckets, random);
    }

    @Test
    void aQuestionReadsOnlyWhatIsNew() {
        // Given an hour of somebody
        Store store = new Store();
        Digest digest = digest();
        for (int at = 0; at < 3_600_000; at += 500) {
            store.add(Frames.face(at, Label.NEUTRAL));
        }
        store.ask(digest);
        store.read = 0;

        // When nothing is new, then a frame
        store.ask(digest);
        assertThat(store.read).isZero();
        store.add(Frames.face(3_600_000, Label.HAPPY));
        Track track = store.ask(digest);

        // Then
        assertThat(store.read).isLessThan(6);
        assertThat(track.tally()).isEqualTo(store.participation.orElseThrow().tally());
        assertThat(digest.size()).as("bytes an hour").isLessThan(300_000);
    }

    @Test
    void aLongHoleCostsNothing() {
        // Given two frames a year apart
        Store store = new Store();
        store.add(Frames.face(0, Label.NEUTRAL));
        store.add(Frames.face(365L * 24 * 3_600_000, Label.NEUTRAL));

        // When
        Track track = store.ask(digest());

        // Then
        Window year = Window.around(
                START, START.plus(Duration.ofDays(365)).plusSeconds(1), new Resolution(Duration.ofDays(5)));
        assertThat(track.steps(year).all()).hasSize(74);
        assertThat(track.whole().seconds().all()).isEqualTo(365L * 24 * 3_600 + 1);
        assertThat(track.whole().seconds().measured()).isBetween(2L, 40L);
    }

    @Test
    void columnsSayWhatStepsSay() {
        // Given
        Store store = new Store();
        anybody(new Random(7), 900_000).forEach(store::add);
        Track track = store.ask(digest());
        Window window = Window.around(START, track.lastCapturedAt(), new Resolution(Duration.ofSeconds(10)));

        for (Field field : Field.values()) {
            // When only this field is asked for
            long[] values = track.steps(window, Fields.of(List.of(field))).values(field, EngagementRule.DEFAULT);

            // Then
            List<Step> steps = track.steps(window).all();
            for (int i = 0; i < values.length; i++) {
                assertThat(values[i]).as(field.text()).isEqualTo(field.raw(steps.get(i), EngagementRule.DEFAULT));
            }
        }
    }

    @Test
    void fieldsSayWhatTheTallySays() {
        // Given
        Store store = new Store();
        anybody(new Random(8), 900_000).forEach(store::add);
        Track track = store.ask(digest());
        Window window = Window.around(START, track.lastCapturedAt(), new Resolution(Duration.ofSeconds(10)));

        // Then both ways to the same numbers agree
        for (Step step : track.steps(window).all()) {
            Tally tally = step.tally();
            assertThat(Field.FRAMES.raw(step, EngagementRule.DEFAULT)).isEqualTo(tally.frames());
            if (tally.scoredSeconds() > 0) {
                assertThat(step.number(Field.HAPPY, EngagementRule.DEFAULT)).hasValue(tally.mean(Expression.HAPPY));
                assertThat(Field.DOMINANT.raw(step, EngagementRule.DEFAULT))
                        .isEqualTo(tally.dominant().ordinal());
            }
            if (step.attention().isFacingKnown()) {
                assertThat(step.number(Field.FACING, EngagementRule.DEFAULT))
                        .hasValue(step.attention().facingShare());
            }
            assertThat(step.number(Field.COVERAGE, EngagementRule.DEFAULT))
                    .hasValue(step.seconds().coverage());
        }
    }

    @Test
    void stepsAddUpToTheWholeAndPeopleToTheGroup() {
        // Given
        Store one = new Store();
        Store other = new Store();
        anybody(new Random(1), 600_000).forEach(one::add);
        anybody(new Random(2), 900_000).forEach(other::add);
        Window window =
                Window.around(START.minusSeconds(100), START.plusSeconds(1200), new Resolution(Duration.ofSeconds(5)));
        Window minutes = Window.around(window.from(), window.to(), new Resolution(Duration.ofMinutes(1)));

        // When
        Steps pooled = pool(window, one, other);

        // Then
        assertThat(sum(pool(minutes, one, other)).tally()).isEqualTo(sum(pooled).tally());
        assertThat(sum(pooled).seconds())
                .isEqualTo(sum(pool(minutes, one, other)).seconds());
        assertThat(sum(pooled).tally())
                .isEqualTo(one.participation
                        .orElseThrow()
                        .tally()
                        .plus(other.participation.orElseThrow().tally()));
        assertThat(pooled.all()).allSatisfy(step -> {
            assertThat(step.people()).isBetween(0L, 2L);
            assertThat(step.seconds().unmeasured()).isNotNegative();
        });
    }

    private static Steps pool(Window window, Store... people) {
        return Steps.pool(
                window,
                Fields.ALL,
                List.of(people).stream().map(p -> p.ask(digest()).steps(window)).toList());
    }

    private static Step sum(Steps steps) {
        return steps.total();
    }
}
