package dev.rapt.detector.meters;

import dev.rapt.detector.books.Books;
import dev.rapt.detector.books.BooksSnapshot;
import dev.rapt.detector.books.FailureReason;
import dev.rapt.detector.books.RefusalReason;
import dev.rapt.detector.books.SkipReason;
import io.prometheus.client.Collector;
import io.prometheus.client.CounterMetricFamily;
import io.prometheus.client.GaugeMetricFamily;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The books for Prometheus: one scrape shows one snapshot, so that the identity of the books holds in it. */
public final class BooksCollector extends Collector {

    private final Books books;

    public BooksCollector(Books books) {
        this.books = books;
    }

    @Override
    public List<MetricFamilySamples> collect() {
        BooksSnapshot now = books.snapshot();
        return List.of(
                new CounterMetricFamily("rapt_frames_received", "Frames that came in", now.received()),
                new CounterMetricFamily(
                        "rapt_frames_published", "Frames whose face Kafka has acknowledged", now.published()),
                new CounterMetricFamily(
                        "rapt_frames_absent", "Frames whose absence of a face Kafka has acknowledged", now.absent()),
                byReason("rapt_frames_rejected", "Frames refused", now.rejected(), RefusalReason::reason),
                byReason("rapt_frames_skipped", "Frames left out on purpose", now.skipped(), SkipReason::reason),
                byReason("rapt_frames_failed", "Good frames that came to nothing", now.failed(), FailureReason::reason),
                new GaugeMetricFamily("rapt_frames_in_flight", "Frames whose fate isn't known yet", now.inFlight()));
    }

    private static <E> CounterMetricFamily byReason(
            String name, String help, Map<E, Long> counts, Function<E, String> label) {
        CounterMetricFamily family = new CounterMetricFamily(name, help, List.of("reason"));
        counts.forEach((reason, count) -> family.addMetric(List.of(label.apply(reason)), count));
        return family;
    }
}
