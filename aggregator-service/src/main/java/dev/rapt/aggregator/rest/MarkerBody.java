package dev.rapt.aggregator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.meeting.Marker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes a marker of a request's body, or says which field is wrong. */
final class MarkerBody {

    /** What a body may say. The ids are those of the path; they may be there so that an answer can be sent back. */
    static final Set<String> FIELDS =
            new TreeSet<>(Set.of("title", "kind", "start", "end", "labels", "markerId", "meetingId"));

    private static final String KINDS =
            Arrays.stream(Marker.Kind.values()).map(Marker.Kind::text).collect(Collectors.joining(", "));

    private final AggregatorConfig.Markers limits;

    MarkerBody(AggregatorConfig.Markers limits) {
        this.limits = limits;
    }

    Marker marker(String meetingId, String markerId, JsonNode body) {
        same("meetingId", meetingId, body);
        same("markerId", markerId, body);
        Instant start = moment("start", body);
        Instant end = moment("end", body);
        if (!start.isBefore(end)) {
            throw ProblemException.badRequest("bad-range", "start must be before end");
        }
        if (Duration.between(start, end).compareTo(limits.length()) > 0) {
            throw ProblemException.badRequest(
                    "marker-too-long", "A marker may last " + limits.length().toSeconds() + " s at most");
        }
        return new Marker(markerId, title(body), kind(body), start, end, labels(body));
    }

    private static void same(String name, String id, JsonNode body) {
        if (body.hasNonNull(name) && !body.path(name).asText().equals(id)) {
            throw ProblemException.badRequest("bad-id", name + " isn't the one of the path");
        }
    }

    private String title(JsonNode body) {
        String title = body.path("title").isTextual() ? body.path("title").asText() : "";
        if (title.isBlank() || title.codePointCount(0, title.length()) > limits.title()) {
            throw ProblemException.badRequest(
                    "bad-title", "title is required, with " + limits.title() + " characters at most");
        }
        return title;
    }

    private static Marker.Kind kind(JsonNode body) {
        String name = body.path("kind").asText("");
        return Arrays.stream(Marker.Kind.values())
                .filter(kind -> kind.text().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.badRequest("bad-kind", "kind is one of " + KINDS));
    }

    private static Instant moment(String name, JsonNode body) {
        if (!body.path(name).isTextual()) {
            throw ProblemException.badRequest(
                    "bad-" + name,
                    name + " is required, in ISO-8601 with a zone: a marker is set when it is known when it was over");
        }
        return TimelineQuery.moment(name, body.path(name).asText());
    }

    private List<String> labels(JsonNode body) {
        JsonNode given = body.path("labels");
        List<String> labels = new ArrayList<>();
        given.forEach(label -> labels.add(label.isTextual() ? label.asText() : ""));
        boolean isList = given.isArray() || given.isMissingNode() || given.isNull();
        if (!isList || labels.size() > limits.labels() || !labels.stream().allMatch(this::isLabel)) {
            throw ProblemException.badRequest(
                    "bad-labels",
                    "labels is a list of " + limits.labels() + " texts at most, each with 1 to " + limits.label()
                            + " characters");
        }
        return labels;
    }

    private boolean isLabel(String label) {
        return !label.isBlank() && label.codePointCount(0, label.length()) <= limits.label();
    }
}
