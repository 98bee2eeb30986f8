package dev.rapt.detector.ingest.bot.zoom;

import dev.rapt.detector.ingest.bot.message.BotMessage;
import dev.rapt.detector.ingest.bot.message.Fields;
import dev.rapt.detector.ingest.bot.message.FrameFields;
import dev.rapt.detector.ingest.bot.message.MalformedException;
import dev.rapt.detector.meeting.MeetingEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The updates of {@code msg_type} 6. Zoom puts them into the object {@code event}; they are taken from {@code content}
 * or from the message itself as well.
 */
final class ZoomRtmsEvents {

    // RTMS_EVENT_TYPE
    private static final int ACTIVE_SPEAKER_CHANGE = 2;
    private static final int PARTICIPANT_JOIN = 3;
    private static final int PARTICIPANT_LEAVE = 4;
    private static final int PARTICIPANT_VIDEO_ON = 8;
    private static final int PARTICIPANT_VIDEO_OFF = 9;

    private ZoomRtmsEvents() {}

    static BotMessage message(Fields message) throws MalformedException {
        Fields event = message;
        for (String part : List.of("content", "event")) {
            event = message.hasObject(part) ? message.within(part) : event;
        }
        event.whole("event_type").orElseThrow(() -> MalformedException.missing("event_type"));
        int type = event.code("event_type");
        if (what(type, Optional.empty()).isEmpty()) {
            return new BotMessage.Ignored();
        }
        long at = event.whole("timestamp").orElseThrow(() -> MalformedException.missing("timestamp"));
        List<Fields> people = new ArrayList<>(event.each("participants"));
        if (people.isEmpty()) {
            people.add(event);
        }
        List<BotMessage.Event> events = new ArrayList<>();
        for (Fields person : people) {
            Optional<String> name = FrameFields.shown(person, "user_name");
            String id = person.id("user_id").orElseThrow(() -> MalformedException.missing("user_id"));
            what(type, name)
                    .ifPresent(what -> events.add(new BotMessage.Event(new BotMessage.Person(id, name), at, what)));
        }
        return new BotMessage.Events(events);
    }

    private static Optional<MeetingEvent.What> what(int type, Optional<String> name) {
        return switch (type) {
            // Zoom says who the active speaker is now, never that nobody is
            case ACTIVE_SPEAKER_CHANGE -> Optional.of(new MeetingEvent.SpeechOn(false));
            case PARTICIPANT_JOIN -> Optional.of(new MeetingEvent.Joined(name.orElse("")));
            case PARTICIPANT_LEAVE -> Optional.of(new MeetingEvent.Left());
            case PARTICIPANT_VIDEO_ON -> Optional.of(new MeetingEvent.WebcamOn());
            case PARTICIPANT_VIDEO_OFF -> Optional.of(new MeetingEvent.WebcamOff());
            default -> Optional.empty();
        };
    }
}
