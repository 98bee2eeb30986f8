package dev.rapt.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How much of a read is waiting for its entry in the audit log, over HTTP on this machine with one broker, in the same run:
 * the service's own timer of its waits over the time that all questions took. One caller, and many at once.
 */
final class AuditedReads {

    private static final int PARTICIPANTS = 8;
    private static final int FRAMES = 600;
    private static final int WARM_UP = 200;
    private static final int QUESTIONS = 1_000;
    private static final int CALLERS = 8;
    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    private static final String PATH = "/v1/meetings/" + RecordedMeeting.ID + "/timelines?resolution=10s"
            + "&from=2026-01-05T10:00:00Z&to=2026-01-05T10:05:00Z&fields=engagementIndex,coverage";

    private AuditedReads() {}

    static void main() throws Exception {
        try (RunningAggregator aggregator = new RunningAggregator();
                RecordedMeeting meeting = new RecordedMeeting(aggregator.bootstrapServers(), PARTICIPANTS, START)) {
            for (int frame = 0; frame < FRAMES; frame++) {
                meeting.send(frame);
            }
            meeting.flush();
            awaitAnswer(aggregator);
            System.out.printf("%ncallers | questions/s | median, ms | p95, ms | of it the audit log, mean, ms | share%n"
                    + "---|---|---|---|---|---%n");
            ask(aggregator, 1, WARM_UP);
            for (int callers : new int[] {1, CALLERS}) {
                print(aggregator, callers);
            }
        }
    }

    private static void awaitAnswer(RunningAggregator aggregator) throws IOException, InterruptedException {
        while (aggregator.get(PATH).statusCode() != 200) {
            Thread.sleep(100);
        }
    }

    private static void print(RunningAggregator aggregator, int callers) throws Exception {
        double waitedBefore = sum(aggregator, "_sum ");
        double countBefore = sum(aggregator, "_count ");
        long began = System.nanoTime();
        double[] millis = ask(aggregator, callers, QUESTIONS);
        double seconds = (System.nanoTime() - began) / 1e9;
        double waited = 1_000 * (sum(aggregator, "_sum ") - waitedBefore);
        double entries = sum(aggregator, "_count ") - countBefore;
        Arrays.sort(millis);
        double total = Arrays.stream(millis).sum();
        System.out.printf(
                "%d | %.0f | %.2f | %.2f | %.2f | %.0f %%%n",
                callers,
                millis.length / seconds,
                millis[millis.length / 2],
                millis[(int) Math.ceil(.95 * millis.length) - 1],
                waited / entries,
                100 * waited / total);
    }

    private static double sum(RunningAggregator aggregator, String end) throws IOException, InterruptedException {
        return aggregator.meter("rapt_audit_written_seconds" + end).stream()
                .mapToDouble(Double::parseDouble)
                .sum();
    }

    private static double[] ask(RunningAggregator aggregator, int callers, int questions) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            List<Callable<double[]>> work = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                work.add(() -> ask(aggregator, questions / callers));
            }
            double[] all = new double[0];
            for (Future<double[]> one : threads.invokeAll(work)) {
                double[] more = one.get();
                int had = all.length;
                all = Arrays.copyOf(all, had + more.length);
                System.arraycopy(more, 0, all, had, more.length);
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }

    private static double[] ask(RunningAggregator aggregator, int questions) throws IOException, InterruptedException {
        double[] millis = new double[questions];
        for (int i = 0; i < questions; i++) {
            long before = System.nanoTime();
            HttpResponse<byte[]> answer = aggregator.get(PATH);
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(new String(answer.body(), UTF_8));
            }
            millis[i] = (System.nanoTime() - before) / 1e6;
        }
        return millis;
    }
}
