package dev.rapt.e2e;

import java.io.IOException;

/** One scrape of a service's meters. */
record Prometheus(String text) {

    static Prometheus scrape(Api service) throws IOException, InterruptedException {
        return new Prometheus(service.text("/q/metrics"));
    }

    /** The sum over all series of this name, or over those whose name and labels begin so; 0 without any. */
    double sum(String name) {
        return text.lines()
                .filter(line -> line.startsWith(name + " ")
                        || line.startsWith(name + "{")
                        || name.contains("{") && line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** What the detector received less what it accounts for: 0 when its books are balanced. */
    double unaccounted() {
        return sum("rapt_frames_received_total")
                - sum("rapt_frames_published_total")
                - sum("rapt_frames_absent_total")
                - sum("rapt_frames_rejected_total")
                - sum("rapt_frames_skipped_total")
                - sum("rapt_frames_failed_total")
                - inFlight();
    }

    double inFlight() {
        return sum("rapt_frames_in_flight");
    }
}
