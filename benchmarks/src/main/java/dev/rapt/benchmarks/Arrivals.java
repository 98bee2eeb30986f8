package dev.rapt.benchmarks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When each frame was sent, and when a listener was told of a step that holds it. Safe for many threads. */
final class Arrivals {

    private static final long STEP_MILLIS = 5_000;
    private static final double NANOS = 1e6;
    private static final Pattern WORDS = Pattern.compile(
            "\"participantId\":\"([^\"]+)\",\"name\":[^,]+,\"buckets\"|\"start\":\"([^\"]+)\",\"end\":\"[^\"]+\",\"frames\":(\\d+)");

    private record Place(String participant, long start) {}

    private final Map<Place, List<Long>> sent = new HashMap<>();
    private final Map<Place, Integer> told = new HashMap<>();
    private final List<Double> millis = new ArrayList<>();
    private long begun = Long.MAX_VALUE;

    /** What is sent from now on is measured. */
    synchronized void begin() {
        begun = System.nanoTime();
    }

    synchronized void sent(String participant, long capturedAt) {
        sent.computeIfAbsent(new Place(participant, capturedAt / STEP_MILLIS * STEP_MILLIS), p -> new ArrayList<>())
                .add(System.nanoTime());
    }

    /** Reads the data of an event. */
    synchronized void heard(String data) {
        long now = System.nanoTime();
        Matcher words = WORDS.matcher(data);
        String participant = "";
        while (words.find()) {
            if (words.group(1) != null) {
                participant = words.group(1);
            } else {
                Place place =
                        new Place(participant, Instant.parse(words.group(2)).toEpochMilli());
                List<Long> frames = sent.getOrDefault(place, List.of());
                int upTo = Math.min(frames.size(), Integer.parseInt(words.group(3)));
                for (int i = told.getOrDefault(place, 0); i < upTo; i++) {
                    if (frames.get(i) > begun) {
                        millis.add((now - frames.get(i)) / NANOS);
                    }
                }
                told.merge(place, upTo, Math::max);
            }
        }
    }

    /** Of all frames that were told of: how many, and the median, 95 % and 99 % in milliseconds. */
    synchronized String percentiles() {
        Collections.sort(millis);
        return "(" + millis.size() + " frames) p50 " + at(.5) + ", p95 " + at(.95) + ", p99 " + at(.99);
    }

    private long at(double share) {
        return millis.isEmpty() ? -1 : Math.round(millis.get((int) (share * (millis.size() - 1))));
    }
}
