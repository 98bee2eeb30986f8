package dev.rapt.aggregator.live;

import dev.rapt.meeting.Signals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A meeting whose rows are whatever a test says. */
final class MadeUpMeeting implements LiveMeeting {

    final Map<String, List<String>> people = new TreeMap<>();
    String speaker = "\"nobody\"";
    String markers = "[]";
    int sources;
    boolean learnt = true;
    boolean lacksSomebody;

    /** Sets the row of a step; the steps before it that have none are empty. */
    void set(String participant, int step, String row) {
        List<String> rows = people.computeIfAbsent(participant, p -> new ArrayList<>());
        while (rows.size() <= step) {
            rows.add("{}");
        }
        rows.set(step, row);
    }

    /** Appends to the row of every step of somebody. */
    void setAll(String participant, String row) {
        people.get(participant).replaceAll(old -> row);
    }

    @Override
    public List<String> participants() {
        return List.copyOf(people.keySet());
    }

    @Override
    public boolean lacksSomebody() {
        return lacksSomebody;
    }

    @Override
    public String name(String participantId) {
        return "null";
    }

    @Override
    public Optional<LiveRows> rows(String participantId) {
        return Optional.ofNullable(people.get(participantId)).map(rows -> new LiveRows() {
            @Override
            public long first() {
                return 0;
            }

            @Override
            public long end() {
                return rows.size();
            }

            @Override
            public boolean hasFrames(long step) {
                return !rows.get((int) step).equals("{}");
            }

            @Override
            public boolean isLearntBefore(long step) {
                return learnt;
            }

            @Override
            public String row(long step) {
                return rows.get((int) step);
            }
        });
    }

    @Override
    public int sourcesOfSpeech() {
        return sources;
    }

    @Override
    public String believed(String participantId) {
        return "";
    }

    @Override
    public String activeSpeaker() {
        return speaker;
    }

    @Override
    public String markers() {
        return markers;
    }

    @Override
    public String measuring() {
        return "";
    }

    @Override
    public Signals signals() {
        return Signals.ATTENTION_AND_EXPRESSION;
    }

    @Override
    public Optional<Instant> endedAt() {
        return Optional.empty();
    }
}
