package dev.rapt.demo.bot;

import static dev.rapt.demo.bot.Json.object;

import java.util.Map;
import java.util.Optional;

/** Attendee's messages: pictures over the WebSocket, joining, leaving and speech as webhooks. */
public final class AttendeeProtocol implements Protocol {

    private static final String BOT = "bot_demo";
    private static final String VIDEO = "realtime_video.per_participant";

    AttendeeProtocol() {}

    @Override
    public String name() {
        return "attendee";
    }

    @Override
    public String path() {
        return "bots/attendee?acks=true";
    }

    @Override
    public boolean sendsWebhooks() {
        return true;
    }

    @Override
    public String idOf(int index, String name) {
        return "p-" + name;
    }

    @Override
    public Message frame(Person person, long atMs, long sequence, byte[] picture) {
        return video(person, atMs, picture, "webcam");
    }

    @Override
    public Optional<Message> event(Happening happening) {
        return switch (happening.kind()) {
            case JOIN -> Optional.of(webhook("join_leave", "join", happening));
            case LEAVE -> Optional.of(webhook("join_leave", "leave", happening));
            case SPEECH_ON -> Optional.of(webhook("speech_start_stop", "speech_start", happening));
            case SPEECH_OFF -> Optional.of(webhook("speech_start_stop", "speech_stop", happening));
            // Attendee doesn't say whether a camera is on
            case WEBCAM_ON, WEBCAM_OFF -> Optional.empty();
        };
    }

    @Override
    public Optional<Message> screenshare(Person person, long atMs, byte[] picture) {
        return Optional.of(video(person, atMs, picture, "screenshare"));
    }

    @Override
    public Optional<Message> unknown(long atMs) {
        Map<String, Object> data = object("chunk", "AAAA", "sample_rate", 16_000, "timestamp_ms", atMs);
        return Optional.of(Json.text(object("bot_id", BOT, "trigger", "realtime_audio.mixed", "data", data)));
    }

    private static Message video(Person person, long atMs, byte[] picture, String source) {
        Map<String, Object> data = object(
                "participant_uuid",
                person.id(),
                "frame",
                Json.base64(picture),
                "format",
                "jpeg",
                "source",
                source,
                "timestamp_ms",
                atMs);
        return Json.text(object("bot_id", BOT, "trigger", VIDEO, "data", data));
    }

    private static Message webhook(String trigger, String type, Happening happening) {
        Person person = happening.person();
        String key = person.id() + "-" + type + "-" + happening.atMs();
        Map<String, Object> data = object(
                "id",
                "event-" + key,
                "participant_name",
                person.name(),
                "participant_uuid",
                person.id(),
                "participant_user_uuid",
                null,
                "participant_is_host",
                false,
                "event_type",
                type,
                "event_data",
                object(),
                "timestamp_ms",
                happening.atMs());
        return Json.webhook(object(
                "idempotency_key",
                key,
                "bot_id",
                BOT,
                "bot_metadata",
                null,
                "trigger",
                "participant_events." + trigger,
                "data",
                data));
    }
}
