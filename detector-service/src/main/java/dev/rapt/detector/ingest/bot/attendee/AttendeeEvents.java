package dev.rapt.detector.ingest.bot.attendee;

import dev.rapt.detector.ingest.bot.message.BotMessage;
import dev.rapt.detector.ingest.bot.message.Fields;
import dev.rapt.detector.ingest.bot.message.FrameFields;
import dev.rapt.detector.ingest.bot.message.MalformedException;
import dev.rapt.detector.ingest.bot.message.Place;
import dev.rapt.detector.meeting.MeetingEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Attendee's webhooks {@code participant_events.join_leave} and {@code participant_events.speech_start_stop}. */
public final class AttendeeEvents {

    /** The places of a webhook that are asked for. */
    public static final Place.Within PLACES = Place.within(Map.of(
            "trigger",
            Place.value(),
            "idempotency_key",
            Place.value(),
            "data",
            Place.within(Map.of(
                    "participant_uuid", Place.value(),
                    "participant_name", Place.value(),
                    "event_type", Place.value(),
                    "timestamp_ms", Place.value()))));

    private AttendeeEvents() {}

    /** Tells deliveries of the same webhook apart from further ones; empty when the bot gives none. */
    public static Optional<String> idempotencyKey(Fields fields) throws MalformedException {
        return fields.id("idempotency_key");
    }

    /** What a webhook comes to: events, or nothing when it is of a type that isn't for us. */
    public static BotMessage message(Fields fields) throws MalformedException {
        String trigger = fields.text("trigger").orElseThrow(() -> MalformedException.missing("trigger"));
        if (!trigger.equals("participant_events.join_leave")
                && !trigger.equals("participant_events.speech_start_stop")) {
            return new BotMessage.Ignored();
        }
        Fields data = fields.within("data");
        Optional<String> name = FrameFields.shown(data, "participant_name");
        Optional<MeetingEvent.What> what = what(data.text("event_type").orElse(""), name);
        if (what.isEmpty()) {
            return new BotMessage.Ignored();
        }
        return new BotMessage.Events(List.of(new BotMessage.Event(
                new BotMessage.Person(
                        data.id("participant_uuid").orElseThrow(() -> MalformedException.missing("participant_uuid")),
                        name),
                data.whole("timestamp_ms").orElseThrow(() -> MalformedException.missing("timestamp_ms")),
                what.get())));
    }

    private static Optional<MeetingEvent.What> what(String type, Optional<String> name) {
        return switch (type) {
            case "join" -> Optional.of(new MeetingEvent.Joined(name.orElse("")));
            case "leave" -> Optional.of(new MeetingEvent.Left());
            case "speech_start" -> Optional.of(new MeetingEvent.SpeechOn(true));
            case "speech_stop" -> Optional.of(new MeetingEvent.SpeechOff());
            default -> Optional.empty();
        };
    }
}
