package dev.rapt.dashboard;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/** The server-sent events of a {@link FakeApi}. */
final class LiveStreams {

    private record Listener(FakeMeeting meeting, HttpExchange exchange) {}

    private final ObjectMapper json;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    LiveStreams(ObjectMapper json) {
        this.json = json;
    }

    void open(HttpExchange exchange, FakeMeeting meeting) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        Listener listener = new Listener(meeting, exchange);
        listeners.add(listener);
        // Soon again, so that a test doesn't wait for the browser's own pause of three seconds
        write(listener, "retry: 300\n\n");
        send(listener, "hello", newest(meeting, 0));
    }

    /** The newest step, to those who listen to this meeting. */
    void tell(FakeMeeting meeting, int speaker) {
        for (Listener listener : listeners) {
            if (listener.meeting() == meeting) {
                send(listener, "buckets", newest(meeting, speaker));
            }
        }
    }

    void cut() {
        listeners.forEach(listener -> listener.exchange().close());
        listeners.clear();
    }

    private static Map<String, Object> newest(FakeMeeting meeting, int speaker) {
        int step = meeting.steps() - 1;
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("meetingId", meeting.id);
        data.put(
                "participants",
                IntStream.range(0, meeting.people())
                        .mapToObj(i -> Map.of(
                                "participantId", meeting.participantId(i),
                                "name", meeting.name(i).orElse(""),
                                "buckets", List.of(meeting.row(i, step))))
                        .toList());
        data.put("activeSpeaker", meeting.speaker(speaker));
        return data;
    }

    private void send(Listener listener, String event, Map<String, Object> data) {
        try {
            write(
                    listener,
                    "event: %s\nid: 0:%d\ndata: %s\n\n"
                            .formatted(event, listener.meeting().steps(), json.writeValueAsString(data)));
        } catch (IOException gone) {
            listeners.remove(listener);
            listener.exchange().close();
        }
    }

    private static void write(Listener listener, String text) throws IOException {
        OutputStream out = listener.exchange().getResponseBody();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
