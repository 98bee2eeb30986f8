package dev.rapt.detector.ingest.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapt.detector.ingest.FrameRules;
import dev.rapt.detector.ingest.ParticipantKey;
import dev.rapt.detector.ingest.RefusedException;
import dev.rapt.detector.meeting.MeetingEvent;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Reads events as they are sent by hand: one JSON object, or a list of them. Fields that it doesn't know are left out. */
final class EventReader {

    static final String SOURCE = "native";

    private static final String TYPES = "joined, left, speech-on, speech-off, webcam-on or webcam-off";
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final FrameRules rules;
    private final int most;

    /** @param most the most events of one body */
    EventReader(FrameRules rules, int most) {
        this.rules = rules;
        this.most = most;
    }

    /** The events of a body, all of them good. */
    List<MeetingEvent> read(String meetingId, byte[] body) throws BadEventException {
        JsonNode root = parse(body);
        if (root.isObject()) {
            return List.of(event(meetingId, root, 0));
        }
        if (!root.isArray() || root.isEmpty() || root.size() > most) {
            throw BadEventException.of(
                    "bad-events", "Send one event as a JSON object, or a list of 1 to " + most + " of them.");
        }
        List<MeetingEvent> events = new ArrayList<>();
        for (JsonNode node : root) {
            events.add(event(meetingId, node, events.size()));
        }
        return events;
    }

    private static JsonNode parse(byte[] body) throws BadEventException {
        try {
            JsonNode root = JSON.readTree(body);
            if (!root.isMissingNode()) {
                return root;
            }
        } catch (JsonProcessingException e) {
            // Its message would quote what was sent
        } catch (IOException e) {
            throw new IllegalStateException("Bytes can be read", e);
        }
        throw BadEventException.of("not-json", "The body isn't JSON in UTF-8.");
    }

    private MeetingEvent event(String meetingId, JsonNode node, int index) throws BadEventException {
        MeetingEvent.What what = what(node, index);
        try {
            ParticipantKey sender =
                    rules.participant(meetingId, node.path("participantId").asText(""));
            long at = rules.capturedAt(at(node.path("at"), index));
            MeetingEvent.What kept = rules.pseudonymous(meetingId) ? what.withoutName() : what;
            return new MeetingEvent(rules.admit(sender, at), at, rules.now(), SOURCE, kept);
        } catch (RefusedException e) {
            throw BadEventException.of(e, index);
        }
    }

    private static MeetingEvent.What what(JsonNode node, int index) throws BadEventException {
        return switch (node.path("type").asText("")) {
            case "joined" -> new MeetingEvent.Joined(node.path("name").asText(""));
            case "left" -> new MeetingEvent.Left();
            case "speech-on" ->
                new MeetingEvent.SpeechOn(node.path("silenceIsReported").asBoolean(true));
            case "speech-off" -> new MeetingEvent.SpeechOff();
            case "webcam-on" -> new MeetingEvent.WebcamOn();
            case "webcam-off" -> new MeetingEvent.WebcamOff();
            default -> throw BadEventException.of("bad-type", "Event " + index + ": type must be " + TYPES + ".");
        };
    }

    private static long at(JsonNode node, int index) throws BadEventException {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return node.asLong();
        }
        if (node.isTextual()) {
            try {
                return OffsetDateTime.parse(node.asText()).toInstant().toEpochMilli();
            } catch (DateTimeException | ArithmeticException e) {
                // Said below
            }
        }
        throw BadEventException.of(
                "bad-at",
                "Event " + index + ": at must be milliseconds since the epoch, or a moment in ISO-8601 with its zone,"
                        + " like 2026-01-05T10:00:00Z.");
    }
}
