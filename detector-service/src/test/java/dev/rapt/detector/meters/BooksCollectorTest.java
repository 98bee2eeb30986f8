package dev.rapt.detector.meters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.detector.books.Books;
import dev.rapt.detector.books.RefusalReason;
import io.prometheus.client.CollectorRegistry;
import org.junit.jupiter.api.Test;

class BooksCollectorTest {

    @Test
    void showsEveryAccountAndEveryReasonFromTheStart() {
        // Given
        Books books = new Books();
        CollectorRegistry registry = new CollectorRegistry();
        registry.register(new BooksCollector(books));

        // Then
        assertThat(registry.getSampleValue("rapt_frames_received_total")).isZero();
        for (RefusalReason reason : RefusalReason.values()) {
            assertThat(rejected(registry, reason)).as(reason.reason()).isZero();
        }

        // When
        books.open().rejected(RefusalReason.EMPTY_BODY);
        books.open();

        // Then
        assertThat(registry.getSampleValue("rapt_frames_received_total")).isEqualTo(2);
        assertThat(registry.getSampleValue("rapt_frames_in_flight")).isEqualTo(1);
        assertThat(rejected(registry, RefusalReason.EMPTY_BODY)).isEqualTo(1);
    }

    private static Double rejected(CollectorRegistry registry, RefusalReason reason) {
        return registry.getSampleValue(
                "rapt_frames_rejected_total", new String[] {"reason"}, new String[] {reason.reason()});
    }
}
