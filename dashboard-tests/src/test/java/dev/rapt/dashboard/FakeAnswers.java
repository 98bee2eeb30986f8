package dev.rapt.dashboard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The longer answers of a {@link FakeApi}. */
final class FakeAnswers {

    /** A stretch of whole steps, as asked for. */
    private record Asked(Instant from, long seconds, int steps) {

        static Asked of(FakeMeeting meeting, Map<String, String> query) {
            String resolution = query.getOrDefault("resolution", "5s");
            long seconds = Long.parseLong(resolution.substring(0, resolution.length() - 1));
            long from = floor(
                    Instant.parse(query.getOrDefault("from", meeting.first.toString()))
                            .getEpochSecond(),
                    seconds);
            long to = -floor(
                    -Instant.parse(query.getOrDefault("to", meeting.last().toString()))
                            .plusMillis(999)
                            .getEpochSecond(),
                    seconds);
            return new Asked(Instant.ofEpochSecond(from), seconds, (int) ((to - from) / seconds));
        }

        Instant at(int step) {
            return from.plusSeconds(step * seconds);
        }

        private static long floor(long second, long seconds) {
            return Math.floorDiv(second, seconds) * seconds;
        }
    }

    private FakeAnswers() {}

    static boolean asksForExpressions(Map<String, String> query) {
        return Stream.of(query.get("fields").split(","))
                .anyMatch(field -> field.startsWith("displayed")
                        || FakeMeeting.LABELS.contains(field)
                        || Set.of("expressiveness", "valence", "arousal").contains(field));
    }

    static Map<String, Object> columns(FakeMeeting meeting, Map<String, String> query) {
        Asked asked = Asked.of(meeting, query);
        List<String> fields = new ArrayList<>();
        for (String field : query.get("fields").split(",")) {
            if (field.equals("displayedShares")) {
                FakeMeeting.LABELS.forEach(label -> fields.add("displayedShares." + label));
            } else {
                fields.add(field);
            }
        }
        List<String> wanted = query.containsKey("participants")
                ? List.of(query.get("participants").split(","))
                : null;
        Map<String, Object> answer = head(meeting, asked);
        answer.put("steps", asked.steps());
        answer.put("fields", fields);
        answer.put(
                "participants",
                IntStream.range(0, meeting.people())
                        .filter(i -> wanted == null || wanted.contains(meeting.participantId(i)))
                        .mapToObj(i -> {
                            Map<String, Object> columns = new LinkedHashMap<>();
                            fields.forEach(field -> columns.put(field, column(meeting, asked, field, i)));
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("participantId", meeting.participantId(i));
                            one.put("name", meeting.name(i).orElse(null));
                            one.put("columns", columns);
                            return one;
                        })
                        .toList());
        return answer;
    }

    /** A longer step has the value of the five seconds it begins with: enough for a page to draw. */
    private static List<Object> column(FakeMeeting meeting, Asked asked, String field, int i) {
        List<Object> column = new ArrayList<>();
        for (int step = 0; step < asked.steps(); step++) {
            int fine = meeting.stepOf(asked.at(step));
            boolean known = !asked.at(step).isBefore(meeting.first) && fine < meeting.steps();
            column.add(known ? meeting.field(field, i, fine) : null);
        }
        return column;
    }

    static Map<String, Object> pooled(FakeMeeting meeting, Map<String, String> query) {
        Asked asked = Asked.of(meeting, query);
        Map<String, Object> answer = head(meeting, asked);
        answer.put(
                "buckets",
                IntStream.range(0, asked.steps())
                        .mapToObj(step -> {
                            Map<String, Object> pooled = meeting.summary(
                                    -1, meeting.stepOf(asked.at(step)), meeting.stepOf(asked.at(step + 1)));
                            pooled.put("start", asked.at(step).toString());
                            pooled.put("end", asked.at(step + 1).toString());
                            return pooled;
                        })
                        .toList());
        return answer;
    }

    /** Everybody or a group of a meeting in the group view: the back row is of too few, and so is everybody at first. */
    static Map<String, Object> together(FakeMeeting meeting, String group, Map<String, String> query) {
        Asked asked = Asked.of(meeting, query);
        Map<String, Object> answer = head(meeting, asked);
        answer.put("group", group);
        answer.put("leastPeople", 5);
        answer.put("rounding", .05);
        answer.put(
                "steps",
                IntStream.range(0, asked.steps())
                        .mapToObj(step -> {
                            boolean pending = step == asked.steps() - 1;
                            boolean tooFew = !pending
                                    && ("back%20row".equals(group)
                                            || "back row".equals(group)
                                            || group == null && step < 3);
                            boolean told = !pending && !tooFew;
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("start", asked.at(step).toString());
                            one.put("end", asked.at(step + 1).toString());
                            one.put("pending", pending);
                            one.put("tooFew", tooFew);
                            one.put("people", told ? 10 : 0);
                            one.put("published", told ? 1 : 0);
                            one.put("attention", told ? .8 : null);
                            one.put("away", told ? .05 : null);
                            one.put("eyesOpen", told ? .95 : null);
                            one.put("engagementIndex", told ? .845 : null);
                            return one;
                        })
                        .toList());
        return answer;
    }

    static Map<String, Object> summary(FakeMeeting meeting, String participant, Map<String, String> query) {
        int from = query.containsKey("from") ? meeting.stepOf(Instant.parse(query.get("from"))) : 0;
        int to = query.containsKey("to") ? meeting.stepOf(Instant.parse(query.get("to"))) : meeting.steps();
        return meeting.summary(participant == null ? -1 : meeting.indexOf(participant), from, to);
    }

    private static Map<String, Object> head(FakeMeeting meeting, Asked asked) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("meetingId", meeting.id);
        answer.put("from", asked.from().toString());
        answer.put("to", asked.at(asked.steps()).toString());
        answer.put("resolution", asked.seconds() + "s");
        return answer;
    }

    /** Two faces, one of which is dark. */
    static Map<String, Object> faces() {
        return Map.of(
                "width",
                640,
                "height",
                360,
                "faces",
                List.of(face(200, "happy", .93, null), face(420, "it-depends", .4, "dark")),
                "model",
                Map.of("name", "fer-resnet", "version", "1"));
    }

    private static Map<String, Object> face(int x, String dominant, double happy, String flaw) {
        Map<String, Object> scores = new LinkedHashMap<>();
        List.of("angry", "disgust", "fear", "sad", "surprise").forEach(expression -> scores.put(expression, .01));
        scores.put("happy", happy);
        scores.put("neutral", Math.round((.95 - happy) * 100) / 100.0);
        Map<String, Object> face = new LinkedHashMap<>();
        face.put("box", Map.of("x", x, "y", 84.0, "width", 118.2, "height", 118.2));
        face.put("confidence", .99);
        face.put("expressions", scores);
        face.put("dominant", dominant);
        face.put("flaw", flaw);
        return face;
    }
}
