package dev.rapt.demo;

import dev.rapt.demo.bot.Webhooks;
import dev.rapt.demo.replay.Fate;
import dev.rapt.demo.replay.Replay;
import dev.rapt.demo.replay.SenderBooks;
import dev.rapt.demo.watch.Breakdown;
import dev.rapt.demo.watch.Counted;
import dev.rapt.demo.watch.LatencyWatch;
import dev.rapt.demo.watch.ScoreWatch;
import dev.rapt.demo.watch.Summary;
import dev.rapt.demo.watch.TimelineClient;
import dev.rapt.demo.watch.TimelineWatch;
import dev.rapt.kafka.setup.KafkaConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The replayed meeting, from its first frame to its summary. */
final class MeetingRun {

    private static final Duration LAST_ACKNOWLEDGEMENTS = Duration.ofSeconds(60);
    private static final Duration LAST_COUNTS = Duration.ofSeconds(60);
    private static final Duration EARLY_END = Duration.ofSeconds(30);
    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("'demo-'yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Options options;
    private final Optional<String> webhookSecret;
    private final Terminal terminal;
    private final String meetingId = ID.format(Instant.now());
    private final LatencyWatch latency = new LatencyWatch();
    private final TimelineClient client;
    private final TimelineWatch timeline;
    private final Optional<ScoreWatch> scores;
    private final Replay replay;
    private final CompletableFuture<DemoException> broken;
    private final CountDownLatch ended = new CountDownLatch(1);

    /**
     * @param kafka where scores can be read; without it the books are kept by REST alone
     * @param webhookSecret the detector's, if known
     * @param broken completes when the replay can't go on
     */
    MeetingRun(
            Options options,
            HttpClient http,
            URI origin,
            Optional<KafkaConnection> kafka,
            Optional<String> webhookSecret,
            Terminal terminal,
            CompletableFuture<DemoException> broken) {
        this.options = options;
        this.webhookSecret = webhookSecret.filter(secret -> options.protocol.sendsWebhooks());
        this.terminal = terminal;
        this.broken = broken;
        client = new TimelineClient(http, origin, meetingId);
        timeline = new TimelineWatch(client, latency);
        scores = kafka.map(connection -> new ScoreWatch(connection, meetingId));
        replay = new Replay(http, origin, meetingId, options.protocol, this.webhookSecret, latency, terminal::say);
    }

    String meetingId() {
        return meetingId;
    }

    /** Replays to the end and answers with the exit status. */
    int run(long startedNanos) throws InterruptedException {
        try {
            return replayAndSum(startedNanos);
        } finally {
            ended.countDown();
        }
    }

    private int replayAndSum(long startedNanos) throws InterruptedException {
        broken.thenRun(replay::stop);
        terminal.say("Meeting " + meetingId + ": three participants, two frames a second"
                + (options.speed == 1 ? "" : ", " + options.speed + " times as fast")
                + (options.protocol.tellsOfTheMeeting() ? ", as " + options.protocol.name() + " sends it" : ""));
        if (options.protocol.sendsWebhooks() && webhookSecret.isEmpty()) {
            terminal.say("No webhooks: " + Webhooks.SECRET + " isn't set here as it is for the detector.");
        }
        new Permission(client, options.protocol.name(), broken::isDone).get(replay.participants());
        scores.ifPresent(ScoreWatch::start);
        timeline.start();
        announceFirstTimeline(startedNanos);
        LiveTable table = new LiveTable(terminal, timeline, client);
        if (!options.headless) {
            table.start();
        }
        replay.run(options.speed, options.length());
        if (broken.isDone()) {
            throw broken.join();
        }
        terminal.say("No more frames; waiting for the last acknowledgements and counts.");
        replay.finish(LAST_ACKNOWLEDGEMENTS);
        awaitCounts();
        table.close();
        Summary summary = summary();
        timeline.close();
        if (scores.isPresent()) {
            scores.get().close();
        }
        options.summaryFile().ifPresent(summary::write);
        terminal.say("The books: " + summary.line() + ". Camera to timeline: "
                + summary.captureToTimelineMillis().p95() + " ms at the 95th percentile.");
        if (!summary.balanced()) {
            terminal.say("The books DON'T balance.");
            return 1;
        }
        return 0;
    }

    /** Ends the replay in another thread's run and waits for its summary. */
    void endEarly() {
        replay.stop();
        try {
            ended.await(EARLY_END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void announceFirstTimeline(long startedNanos) {
        Thread thread = new Thread(
                () -> {
                    try {
                        timeline.first().await();
                        long tenths = (System.nanoTime() - startedNanos) / 100_000_000L;
                        terminal.say("First timeline after " + tenths / 10.0 + " s");
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "first-timeline");
        thread.setDaemon(true);
        thread.start();
    }

    private void awaitCounts() throws InterruptedException {
        long deadline = System.nanoTime() + LAST_COUNTS.toNanos();
        long accepted = replay.books().accepted();
        while ((timeline.counted() < accepted || scores.map(ScoreWatch::scored).orElse(accepted) < accepted)
                && System.nanoTime() < deadline
                && !broken.isDone()) {
            Thread.sleep(50);
        }
    }

    private Summary summary() throws InterruptedException {
        SenderBooks books = replay.books();
        List<Counted> counted = client.participants().orElseGet(timeline::latest);
        List<Summary.Participant> participants = new ArrayList<>();
        for (Counted one : counted) {
            Breakdown breakdown = client.summary(one.id())
                    .orElseThrow(() -> new DemoException("The aggregator has no summary of " + one.id() + "."));
            participants.add(
                    new Summary.Participant(one.id(), one.frames(), breakdown.dominant(), breakdown.expressions()));
        }
        return new Summary(
                meetingId,
                books.sent(),
                books.of(Fate.PUBLISHED),
                books.of(Fate.ABSENT),
                books.of(Fate.REJECTED),
                books.of(Fate.SKIPPED),
                books.of(Fate.FAILED),
                scores.map(ScoreWatch::scored).orElse(null),
                counted.stream().mapToLong(Counted::frames).sum(),
                scores.map(ScoreWatch::deadLetters).orElse(null),
                latency.percentiles(),
                participants);
    }
}
