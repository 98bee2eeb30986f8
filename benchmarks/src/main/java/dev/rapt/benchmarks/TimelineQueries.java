package dev.rapt.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long the packaged aggregator takes to answer with an hour of a hundred people at ten seconds, in columns, from the
 * question to the last byte, over HTTP on this machine: from what it has judged before, with 200 new scores a second
 * coming in, and as the first question after a start.
 */
final class TimelineQueries {

    private static final int PARTICIPANTS = 100;
    private static final int SECONDS = 3_600;
    private static final int PER_SECOND = (int) (1_000 / RecordedFace.INTERVAL_MILLIS);
    private static final int WARM_UP = 50;
    private static final int QUESTIONS = 300;
    private static final int STARTS = 5;
    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    private static final String PATH = "/v1/meetings/" + RecordedMeeting.ID
            + "/timelines?resolution=10s&from=2026-01-05T10:00:00Z&to=2026-01-05T11:00:00Z&fields=";
    private static final String TWO = "engagementIndex,displayed";
    private static final String SIX = "engagementIndex,displayed,facing,eyesOpen,valence,coverage";
    private static final Pattern FRAMES = Pattern.compile("\"frames\":(\\d+)");

    private TimelineQueries() {}

    static void main() throws IOException, InterruptedException {
        try (RunningAggregator aggregator = new RunningAggregator();
                RecordedMeeting meeting = new RecordedMeeting(aggregator.bootstrapServers(), PARTICIPANTS, START)) {
            fill(aggregator, meeting);
            System.out.printf(
                    "%nquestion to last byte | answer, kB | median, ms | p95, ms | longest, ms%n---|---|---|---|---%n");
            for (String fields : new String[] {TWO, SIX}) {
                String name = fields.split(",").length + " fields";
                print(name + ", judged before", aggregator, fields, () -> {});
            }
            int[] frame = {SECONDS * PER_SECOND};
            print("6 fields, 200 scores a second coming in", aggregator, SIX, () -> {
                meeting.send(frame[0]++);
                meeting.flush();
                TimeUnit.MILLISECONDS.sleep(1_000 / PER_SECOND);
            });
            double[] first = new double[STARTS];
            int size = 0;
            for (int i = 0; i < STARTS; i++) {
                aggregator.restart();
                awaitFrames(aggregator, 1);
                long before = System.nanoTime();
                size = ask(aggregator, TWO);
                first[i] = millisSince(before);
            }
            print("2 fields, first question after a start, " + STARTS + " starts", size, first);
        }
    }

    /** Before each question. */
    @FunctionalInterface
    private interface Before {
        void question() throws IOException, InterruptedException;
    }

    private static void fill(RunningAggregator aggregator, RecordedMeeting meeting)
            throws IOException, InterruptedException {
        long before = System.nanoTime();
        for (int frame = 0; frame < SECONDS * PER_SECOND; frame++) {
            meeting.send(frame);
        }
        meeting.flush();
        int scores = PARTICIPANTS * SECONDS * PER_SECOND;
        awaitFrames(aggregator, scores);
        System.out.printf("%d scores counted in %.0f s%n", scores, millisSince(before) / 1_000);
    }

    private static void awaitFrames(RunningAggregator aggregator, long frames)
            throws IOException, InterruptedException {
        while (frames(aggregator) < frames) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static long frames(RunningAggregator aggregator) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = aggregator.get("/v1/meetings/" + RecordedMeeting.ID);
        Matcher frames = FRAMES.matcher(new String(answer.body(), UTF_8));
        return answer.statusCode() == 200 && frames.find() ? Long.parseLong(frames.group(1)) : 0;
    }

    private static void print(String name, RunningAggregator aggregator, String fields, Before before)
            throws IOException, InterruptedException {
        double[] millis = new double[QUESTIONS];
        int size = 0;
        for (int i = -WARM_UP; i < QUESTIONS; i++) {
            before.question();
            long asked = System.nanoTime();
            size = ask(aggregator, fields);
            millis[Math.max(0, i)] = millisSince(asked);
        }
        print(name, size, millis);
    }

    private static int ask(RunningAggregator aggregator, String fields) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = aggregator.get(PATH + fields);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(new String(answer.body(), UTF_8));
        }
        return answer.body().length;
    }

    private static void print(String name, int size, double[] millis) {
        Arrays.sort(millis);
        System.out.printf(
                "%s | %d | %.1f | %.1f | %.1f%n",
                name,
                size / 1_000,
                millis[millis.length / 2],
                millis[(int) Math.ceil(.95 * millis.length) - 1],
                millis[millis.length - 1]);
    }

    private static double millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e6;
    }
}
