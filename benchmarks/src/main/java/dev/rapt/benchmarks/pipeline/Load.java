package dev.rapt.benchmarks.pipeline;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Meetings that send a number of frames a second in total, and the one who looks at them over REST. */
final class Load implements AutoCloseable {

    private static final int MOST_PEOPLE = 16;
    /** How soon another interval holds. */
    private static final long SHORT = 500;

    private static final Duration COUNTS = Duration.ofSeconds(30);

    private final List<Meeting> meetings = new ArrayList<>();
    private final List<Sender> senders = new ArrayList<>();
    private final List<Visibility> visibilities = new ArrayList<>();
    private final Thread watcher = new Thread(this::watch, "watcher");
    private volatile long intervalMillis = Duration.ofMinutes(10).toMillis();

    /** Declares the meetings and begins to send: meetings of sixteen people at two frames a second, or a smaller one. */
    Load(Suite suite, Footage footage, String name, int framesASecond) throws IOException, InterruptedException {
        this(suite, footage, name, framesASecond, MOST_PEOPLE);
    }

    /** The same in meetings of at most so many people. */
    Load(Suite suite, Footage footage, String name, int framesASecond, int mostPeople)
            throws IOException, InterruptedException {
        int people = framesASecond / Footage.FRAMES_A_SECOND;
        for (int number = 0; people > 0; number++) {
            List<ServiceProcess> aggregators = suite.all(ServiceKind.AGGREGATOR);
            List<ServiceProcess> detectors = suite.all(ServiceKind.DETECTOR);
            Meeting meeting = new Meeting(
                    suite.http(),
                    aggregators.get(number % aggregators.size()),
                    name + "-" + number,
                    Math.min(people, mostPeople));
            people -= meeting.people();
            meeting.declare();
            URI stream = URI.create("ws://"
                    + detectors.get(number % detectors.size()).address() + "/v1/meetings/" + meeting.id() + "/stream");
            Visibility visibility = new Visibility();
            meetings.add(meeting);
            visibilities.add(visibility);
            senders.add(new Sender(suite.http(), stream, meeting, footage, visibility));
        }
        // What the detectors know of the meetings comes by Kafka
        TimeUnit.SECONDS.sleep(1);
        senders.forEach(Sender::start);
        watcher.setDaemon(true);
        watcher.start();
    }

    /** How often the participants of each meeting are asked for; at first hardly ever. */
    void lookEvery(Duration interval) {
        intervalMillis = interval.toMillis();
    }

    /** Forgets how long it took so far. */
    void forgetLatencies() {
        visibilities.forEach(Visibility::restart);
    }

    /** Over all meetings by the largest: of each, so many of a hundred frames take no longer. */
    double percentile(double percent) {
        return visibilities.stream()
                .mapToDouble(v -> v.percentile(percent))
                .max()
                .orElseThrow();
    }

    long samples() {
        return visibilities.stream().mapToLong(Visibility::samples).sum();
    }

    /** Frames that are in the timelines. */
    long counted() throws IOException, InterruptedException {
        long sum = 0;
        for (Meeting meeting : meetings) {
            sum += meeting.frames();
        }
        return sum;
    }

    long accepted() {
        return senders.stream().mapToLong(sender -> sender.books().accepted()).sum();
    }

    String books() {
        return senders.stream()
                .map(sender -> sender.books().toString())
                .reduce((a, b) -> a + "; " + b)
                .orElse("");
    }

    private void watch() {
        long looked = System.nanoTime();
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(Math.min(intervalMillis, SHORT));
                if (System.nanoTime() - looked < TimeUnit.MILLISECONDS.toNanos(intervalMillis)) {
                    continue;
                }
                looked = System.nanoTime();
                for (int i = 0; i < meetings.size(); i++) {
                    look(i);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(int i) throws InterruptedException {
        try {
            var counted = meetings.get(i).counted();
            visibilities.get(i).answered(counted, System.nanoTime());
        } catch (IOException e) {
            // The next look will tell
        }
    }

    /** Sends no more, waits until all that was taken in is counted, and says whether it is: no more, no less. */
    boolean finish() throws IOException, InterruptedException {
        for (Sender sender : senders) {
            sender.close();
        }
        long deadline = System.nanoTime() + COUNTS.toNanos();
        while (counted() < accepted() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        watcher.interrupt();
        watcher.join();
        return counted() == accepted();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        finish();
    }
}
