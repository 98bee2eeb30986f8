package dev.rapt.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Looks at the services while a fault lasts: at the detector's books, and at the memory of all. */
final class Watch implements AutoCloseable {

    private static final List<String> SERVICES = List.of("detector", "classifier", "aggregator");

    private final RunningDemo demo;
    private final Api detector;
    private final Thread thread = new Thread(this::look, "watch");
    private volatile boolean stopping;
    private volatile Optional<String> imbalance = Optional.empty();
    private volatile long megabytes;

    Watch(RunningDemo demo) {
        this.demo = demo;
        this.detector = new Api(demo.detector());
        thread.setDaemon(true);
        thread.start();
    }

    /** The scrape in which the detector's books weren't balanced, if there was one. */
    Optional<String> imbalance() {
        return imbalance;
    }

    /** The most memory that any of the services had, as the system counts it. */
    long megabytes() {
        return megabytes;
    }

    private void look() {
        try {
            while (!stopping) {
                lookAtBooks();
                SERVICES.forEach(service -> demo.running(service).forEach(this::lookAtMemory));
                TimeUnit.MILLISECONDS.sleep(500);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookAtBooks() throws InterruptedException {
        try {
            Prometheus scrape = Prometheus.scrape(detector);
            if (scrape.unaccounted() != 0) {
                imbalance = Optional.of(scrape.text());
            }
        } catch (IOException e) {
            // It is being killed or paused just now
        }
    }

    private void lookAtMemory(ProcessHandle process) {
        try {
            Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .forEach(now -> megabytes = Math.max(megabytes, now));
        } catch (IOException e) {
            // It is gone already
        }
    }

    @Override
    public void close() {
        stopping = true;
        thread.interrupt();
    }
}
