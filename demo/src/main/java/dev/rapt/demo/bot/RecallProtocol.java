package dev.rapt.demo.bot;

import static dev.rapt.demo.bot.Json.object;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Recall.ai's messages: pictures as PNG and all events over the WebSocket. */
public final class RecallProtocol implements Protocol {

    private static final int FIRST_ID = 101;

    RecallProtocol() {}

    @Override
    public String name() {
        return "recall";
    }

    @Override
    public String path() {
        return "bots/recall?acks=true";
    }

    @Override
    public boolean sendsPng() {
        return true;
    }

    @Override
    public String idOf(int index, String name) {
        return "" + (FIRST_ID + index);
    }

    @Override
    public Message frame(Person person, long atMs, long sequence, byte[] picture) {
        return video(person, atMs, picture, "webcam");
    }

    @Override
    public Optional<Message> event(Happening happening) {
        String event = "participant_events." + happening.kind().name().toLowerCase(Locale.ROOT);
        return Optional.of(message(
                event,
                object(
                        "participant",
                        participant(happening.person()),
                        "timestamp",
                        timestamp(happening.atMs()),
                        "data",
                        null)));
    }

    @Override
    public Optional<Message> screenshare(Person person, long atMs, byte[] picture) {
        return Optional.of(video(person, atMs, picture, "screenshare"));
    }

    @Override
    public Optional<Message> unknown(long atMs) {
        return Optional.of(message("transcript.data", object("words", new String[0], "timestamp", timestamp(atMs))));
    }

    private static Message video(Person person, long atMs, byte[] picture, String type) {
        return message(
                "video_separate_png.data",
                object(
                        "buffer",
                        Json.base64(picture),
                        "timestamp",
                        timestamp(atMs),
                        "type",
                        type,
                        "participant",
                        participant(person)));
    }

    private static Map<String, Object> participant(Person person) {
        return object(
                "id",
                Integer.parseInt(person.id()),
                "name",
                person.name(),
                "is_host",
                false,
                "platform",
                null,
                "extra_data",
                object());
    }

    private static Map<String, Object> timestamp(long atMs) {
        // Seconds since the recording began, which Rapt has no use for
        return object(
                "relative",
                atMs % 86_400_000 / 1000.0,
                "absolute",
                Instant.ofEpochMilli(atMs).toString());
    }

    private static Message message(String event, Map<String, Object> content) {
        Map<String, Object> data = object("data", content);
        for (String part : new String[] {"realtime_endpoint", "video_separate", "recording", "bot"}) {
            data.put(part, object("id", "demo", "metadata", object()));
        }
        return Json.text(object("event", event, "data", data));
    }
}
