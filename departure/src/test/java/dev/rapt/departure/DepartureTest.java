package dev.rapt.departure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class DepartureTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<String> happened = new CopyOnWriteArrayList<>();

    @Test
    void isUnderwayBeforeAnythingIsLeft() {
        // Given
        Departure[] departure = new Departure[1];
        Farewell looks = atMost -> happened.add("underway: " + departure[0].isUnderway());
        departure[0] = departure(looks);
        assertThat(departure[0].isUnderway()).isFalse();

        // When
        departure[0].go();

        // Then
        assertThat(happened).containsExactly("underway: true", "end");
    }

    @Test
    void endsAlthoughAFarewellFails() {
        // Given
        Farewell fails = atMost -> {
            throw new IllegalStateException("no");
        };
        Departure departure = departure(fails, atMost -> happened.add("second"));

        // When
        departure.go();

        // Then
        assertThat(happened).containsExactly("second", "end");
    }

    @Test
    void sharesItsPatienceAmongTheFarewells() {
        // Given: one that takes its time
        Departure departure = departure(
                atMost -> Thread.sleep(50),
                atMost -> happened.add(atMost.compareTo(PATIENCE.minusMillis(50)) <= 0 ? "less" : "all of it"));

        // When
        departure.go();

        // Then
        assertThat(happened).containsExactly("less", "end");
    }

    @Test
    void goesOnce() throws InterruptedException {
        // Given: it is going
        CountDownLatch leaving = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Departure departure = departure(atMost -> {
            leaving.countDown();
            go.await();
        });
        Thread first = new Thread(departure::go);
        first.start();
        leaving.await();

        // When: it is told again
        departure.go();
        assertThat(happened).isEmpty();
        go.countDown();
        first.join();

        // Then
        assertThat(happened).containsExactly("end");
    }

    private Departure departure(Farewell... farewells) {
        return new Departure(Duration.ZERO, PATIENCE, List.of(farewells), () -> happened.add("end"));
    }
}
