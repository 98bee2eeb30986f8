package dev.rapt.detector.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class BooksTest {

    @Test
    void holdsTheIdentityInEverySnapshotWhileManyThreadsWrite() throws Exception {
        // Given
        Books books = new Books();
        int writers = 4;
        int framesEach = 20_000;
        ExecutorService threads = Executors.newFixedThreadPool(writers + 1);
        AtomicBoolean writing = new AtomicBoolean(true);

        // When
        List<Future<?>> work = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            Random random = new Random(writer);
            work.add(threads.submit(() -> hammer(books, random, framesEach)));
        }
        Future<Integer> reader = threads.submit(() -> {
            int seen = 0;
            while (writing.get()) {
                BooksSnapshot now = books.snapshot();
                assertThat(now.accountedFor()).isEqualTo(now.received());
                assertThat(now.inFlight()).isNotNegative();
                seen++;
            }
            return seen;
        });
        for (Future<?> done : work) {
            done.get();
        }
        writing.set(false);

        // Then
        assertThat(reader.get()).isPositive();
        BooksSnapshot end = books.snapshot();
        assertThat(end.received()).isEqualTo((long) writers * framesEach);
        assertThat(end.inFlight()).isZero();
        assertThat(end.accountedFor()).isEqualTo(end.received());
        threads.shutdown();
    }

    @Test
    void closesAFrameOnlyOnce() {
        // Given
        Books books = new Books();
        Books.Entry entry = books.open();

        // When
        boolean first = entry.rejected(RefusalReason.OVERLOADED);
        boolean second = entry.published();

        // Then
        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(books.snapshot().rejected()).containsEntry(RefusalReason.OVERLOADED, 1L);
        assertThat(books.snapshot().published()).isZero();
        assertThat(books.snapshot().inFlight()).isZero();
    }

    @Test
    void knowsEveryReasonBeforeItHappens() {
        BooksSnapshot fresh = new Books().snapshot();

        assertThat(fresh.rejected()).hasSize(RefusalReason.values().length).containsValue(0L);
        assertThat(fresh.skipped()).hasSize(SkipReason.values().length);
        assertThat(fresh.failed()).hasSize(FailureReason.values().length);
        assertThat(fresh.received()).isZero();
    }

    private static void hammer(Books books, Random random, int frames) {
        List<Books.Entry> flying = new ArrayList<>();
        for (int i = 0; i < frames; i++) {
            flying.add(books.open());
            if (random.nextBoolean()) {
                close(flying.remove(random.nextInt(flying.size())), random.nextInt(5));
            }
        }
        flying.forEach(entry -> close(entry, random.nextInt(5)));
    }

    private static void close(Books.Entry entry, int how) {
        switch (how) {
            case 0 -> entry.published();
            case 1 -> entry.absent();
            case 2 -> entry.rejected(RefusalReason.CORRUPT_IMAGE);
            case 3 -> entry.skipped(SkipReason.SUPERSEDED);
            default -> entry.failed(FailureReason.KAFKA_UNAVAILABLE);
        }
    }
}
