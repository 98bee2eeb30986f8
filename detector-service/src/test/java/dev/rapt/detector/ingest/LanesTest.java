package dev.rapt.detector.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.detector.books.Books;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LanesTest {

    private final List<String> done = new CopyOnWriteArrayList<>();
    private final CountDownLatch gate = new CountDownLatch(1);

    @Test
    void lanesTakeTurnsAndEachKeepsItsOrder() throws Exception {
        // Given one thread, held up, and one participant with many frames before two others
        CountDownLatch all = new CountDownLatch(7);
        Lanes lanes = new Lanes(1, job -> {
            await(gate);
            done.add(job.frame().participant().participantId() + job.frame().capturedAt());
            all.countDown();
        });
        for (int i = 1; i <= 4; i++) {
            lanes.put(job("a", i));
        }
        lanes.put(job("b", 1));
        lanes.put(job("b", 2));
        lanes.put(job("c", 1));

        // When
        gate.countDown();
        assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();

        // Then
        assertThat(done).containsExactly("a1", "b1", "c1", "a2", "b2", "a3", "a4");
        assertThat(lanes.close()).isEmpty();
    }

    @Test
    void workThatThrowsEndsNeitherItsLaneNorItsThread() throws Exception {
        // Given
        CountDownLatch second = new CountDownLatch(1);
        Lanes lanes = new Lanes(1, job -> {
            if (job.frame().capturedAt() == 1) {
                throw new IllegalStateException("a fault");
            }
            second.countDown();
        });

        // When
        lanes.put(job("a", 1));
        lanes.put(job("a", 2));

        // Then
        assertThat(second.await(20, TimeUnit.SECONDS)).isTrue();
        lanes.close();
    }

    private static Lanes.Job job(String participant, long capturedAt) {
        Frame frame = new Frame(
                new ParticipantKey("m", participant), capturedAt, 0, OptionalLong.empty(), "", new byte[] {0});
        return new Lanes.Job(frame, new Passage(new Books().open(), List.of()), false);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
