package dev.rapt.aggregator.live;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * What listeners get at once: one event or several. It is written once for each kind of connection, when the first
 * listener of that kind gets it; all others get the same bytes. For one thread.
 */
public final class Message {

    /**
     * One event.
     *
     * @param id how far whoever has it has come; empty when it says nothing of that
     * @param data JSON on one line
     */
    record Event(String name, Optional<EventId> id, String data) {}

    private final List<Event> events;
    private final OptionalLong since;
    private final Optional<EventId> beat;
    private Optional<Buffer> stream = Optional.empty();
    private Optional<List<Buffer>> frames = Optional.empty();

    private Message(List<Event> events, OptionalLong since, Optional<EventId> beat) {
        this.events = List.copyOf(events);
        this.since = since;
        this.beat = beat;
    }

    /** These events, the first change of which came then, by {@link System#nanoTime()}. */
    static Message of(List<Event> events, OptionalLong since) {
        return new Message(events, since, Optional.empty());
    }

    /** A sign of life, which also says how far the listener has come. */
    static Message heartbeat(EventId id) {
        return new Message(List.of(), OptionalLong.empty(), Optional.of(id));
    }

    /** When the first change in it came, by {@link System#nanoTime()}; empty when it tells of none. */
    OptionalLong since() {
        return since;
    }

    /** As server-sent events. */
    public Buffer stream() {
        Buffer written = stream.orElseGet(() -> Buffer.buffer(text()));
        stream = Optional.of(written);
        return written;
    }

    /** As text messages of a WebSocket, in UTF-8; none when it is a sign of life. */
    public List<Buffer> frames() {
        List<Buffer> written = frames.orElseGet(
                () -> events.stream().map(Message::frame).map(Buffer::buffer).toList());
        frames = Optional.of(written);
        return written;
    }

    private String text() {
        // A block without data is no event, but its id counts
        return beat.map(id -> ": still here\nid: " + id + "\n\n")
                .orElseGet(() -> events.stream().map(Message::block).collect(Collectors.joining()));
    }

    private static String block(Event event) {
        return "event: " + event.name() + "\n"
                + event.id().map(id -> "id: " + id + "\n").orElse("")
                + "data: " + event.data() + "\n\n";
    }

    private static String frame(Event event) {
        String id = event.id().map(known -> "\"" + known + "\"").orElse("null");
        return "{\"event\":\"" + event.name() + "\",\"id\":" + id + ",\"data\":" + event.data() + "}";
    }
}
