package dev.rapt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.contracts.Topics;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A fault while frames flow, and what is to be true after it: acknowledged ⊆ counted ⊆ sent, nothing counted twice, the
 * detector's books balanced at any instant, nobody behind in the end, and newly sent frames counted soon.
 */
final class Trial implements AutoCloseable {

    /**
     * The longest that a recovery may take with the demo's settings. Only where the times are measured to be written down,
     * which wants a machine that does nothing else.
     */
    private static final Duration RECOVERED = FaultTable.isWritten() ? Duration.ofSeconds(20) : Duration.ofSeconds(90);

    /** A service that holds more grows without bound. */
    private static final long MOST_MEGABYTES = 600;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final RunningDemo demo;
    private final String fault;
    private volatile Api api;
    private final Traffic traffic;
    private final Watch watch;
    private Duration recovery = Duration.ZERO;
    private Map<String, Long> marks = Map.of();
    private long since;

    private Trial(RunningDemo demo, String fault, Traffic traffic) {
        this.demo = demo;
        this.fault = fault;
        this.api = new Api(demo.origin());
        this.traffic = traffic;
        this.watch = new Watch(demo);
    }

    /** Lets frames flow, and returns when some of everybody are counted. */
    static Trial begin(RunningDemo demo, String fault, List<Clip.Picture> pictures) throws Exception {
        String meeting = fault.replaceAll("[^a-z0-9]+", "-");
        Trial trial = new Trial(demo, fault, Traffic.start(demo, meeting, pictures));
        trial.faultIsOver();
        trial.awaitNew();
        return trial;
    }

    /** From now on everything is as it was, but for what the fault has left behind; the recovery's time begins. */
    void faultIsOver() {
        since = System.nanoTime();
        marks = traffic.next();
    }

    /** Waits until frames of everybody that were sent after the fault are counted; how long may be asked of a fault. */
    Duration awaitRecovery() throws Exception {
        Duration took = await(PATIENCE);
        recovery = took.compareTo(recovery) > 0 ? took : recovery;
        return took;
    }

    /** The same in the midst of a fault, where the time is nobody's recovery. */
    void awaitNew() throws Exception {
        await(PATIENCE);
    }

    private Duration await(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!newlyCounted()) {
            assertThat(System.nanoTime())
                    .as("%s: nothing new is counted after %s", fault, atMost)
                    .isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return Duration.ofNanos(System.nanoTime() - since);
    }

    private boolean newlyCounted() throws InterruptedException {
        for (Map.Entry<String, List<String>> meeting : traffic.meetings().entrySet()) {
            long mark = marks.get(meeting.getKey());
            Set<FrameSender.Id> counted =
                    CountedFrames.of(api, meeting.getKey()).keySet();
            if (!meeting.getValue().stream().allMatch(participant -> counted.stream()
                    .anyMatch(id -> id.participant().equals(participant) && id.capturedAt() >= mark))) {
                return false;
            }
        }
        return true;
    }

    /** Ends the flow, and checks what must be true; the measured goes into the table of docs/reliability.md. */
    void settle() throws Exception {
        traffic.stop();
        String kafka = demo.bootstrapServers();
        Lag.awaitNone(kafka, "rapt-classifier", Topics.FACE_CROPS, PATIENCE);
        Lag.awaitNone(kafka, "rapt-aggregator", Topics.FACE_SCORES, PATIENCE);
        FaultTable.Row row = new FaultTable.Row(fault, 0, 0, 0, recovery, 0);
        for (String meeting : traffic.meetings().keySet()) {
            Set<FrameSender.Id> sent = traffic.sent(meeting);
            Set<FrameSender.Id> acknowledged = traffic.acknowledged(meeting);
            Map<FrameSender.Id, Long> counted = CountedFrames.of(api, meeting);
            assertThat(acknowledged).as("acknowledged in %s", meeting).isNotEmpty();
            assertThat(counted.keySet()).as("counted in %s", meeting).containsAll(acknowledged);
            assertThat(sent).as("sent in %s", meeting).containsAll(counted.keySet());
            assertThat(counted.values()).as("how often each is counted").containsOnly(1L);
            assertThat(CountedFrames.scored(kafka, meeting))
                    .as("distinct in the scores of %s", meeting)
                    .isEqualTo(counted.keySet());
            assertSummariesAgree(meeting, counted.keySet());
            row = row.plus(sent.size(), acknowledged.size(), counted.size(), watch.megabytes());
        }
        assertBooks();
        FaultTable.record(row);
        assertThat(recovery).as("recovery, %s", fault).isLessThanOrEqualTo(RECOVERED);
        assertThat(watch.megabytes()).as("memory of the largest service").isLessThan(MOST_MEGABYTES);
    }

    private void assertSummariesAgree(String meeting, Set<FrameSender.Id> counted) throws Exception {
        for (String participant :
                counted.stream().map(FrameSender.Id::participant).collect(Collectors.toSet())) {
            assertThat(api.counted(meeting, participant))
                    .as("frames in the summary of %s", participant)
                    .isEqualTo(counted.stream()
                            .filter(id -> id.participant().equals(participant))
                            .count());
        }
    }

    private void assertBooks() throws Exception {
        assertThat(watch.imbalance()).as("books out of balance").isEmpty();
        Prometheus books = Prometheus.scrape(new Api(demo.detector()));
        assertThat(books.unaccounted()).isZero();
        assertThat(books.inFlight()).isZero();
    }

    /** The frames that flow. */
    Traffic traffic() {
        return traffic;
    }

    /** Asks there from now on what is counted. */
    void ask(URI origin) {
        api = new Api(origin);
    }

    @Override
    public void close() {
        watch.close();
        traffic.close();
    }
}
