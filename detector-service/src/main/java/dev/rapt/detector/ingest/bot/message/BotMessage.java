package dev.rapt.detector.ingest.bot.message;

import dev.rapt.detector.meeting.MeetingEvent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What one message of a bot comes to. Ids and moments are as sent, not yet judged. */
public sealed interface BotMessage {

    /** A participant's frame. */
    record Picture(Person person, long capturedAt, byte[] picture) implements BotMessage {
        public Picture {
            Objects.requireNonNull(person);
            Objects.requireNonNull(picture);
        }

        /** Never the picture, so that it can't get into a log by accident. */
        @Override
        public String toString() {
            return "Picture[" + person + ", capturedAt=" + capturedAt + ", " + picture.length + " bytes]";
        }
    }

    /** A picture of what a participant shares, which shows no participant. */
    record Screenshare() implements BotMessage {}

    /** Something happened to participants. */
    record Events(List<Event> events) implements BotMessage {
        public Events {
            events = List.copyOf(events);
        }
    }

    /** The bot asks whether somebody is there and wants this answer, a JSON text. */
    record KeepAlive(String answer) implements BotMessage {
        public KeepAlive {
            Objects.requireNonNull(answer);
        }
    }

    /** Whoever owns the meeting took back the leave to have it: everything kept of it must go. */
    record Revoked(String reason) implements BotMessage {
        public Revoked {
            Objects.requireNonNull(reason);
        }
    }

    /** Of a type that isn't for us. */
    record Ignored() implements BotMessage {}

    /** Whom the bot speaks of: its id for the participant, and the name that the meeting shows, if it says that. */
    record Person(String id, Optional<String> name) {
        public Person {
            Objects.requireNonNull(id);
            name = name.filter(shown -> !shown.isBlank());
        }
    }

    /**
     * What happened to one participant.
     *
     * @param at milliseconds since the epoch by the bot's clock
     */
    record Event(Person person, long at, MeetingEvent.What what) {
        public Event {
            Objects.requireNonNull(person);
            Objects.requireNonNull(what);
        }
    }
}
