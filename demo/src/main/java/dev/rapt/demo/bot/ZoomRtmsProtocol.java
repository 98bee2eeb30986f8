package dev.rapt.demo.bot;

import static dev.rapt.demo.bot.Json.object;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Zoom RTMS's messages, as a bot that reads the stream hands them on. */
public final class ZoomRtmsProtocol implements Protocol {

    private static final int FIRST_ID = 16_778_240;
    private static final int IDS_APART = 1024;

    private static final int EVENT = 6;
    private static final int VIDEO = 15;
    private static final int SCREENSHARE = 16;
    private static final int TRANSCRIPT = 17;

    ZoomRtmsProtocol() {}

    @Override
    public String name() {
        return "zoom-rtms";
    }

    @Override
    public String path() {
        return "bots/zoom-rtms?acks=true";
    }

    @Override
    public String idOf(int index, String name) {
        return "" + (FIRST_ID + IDS_APART * index);
    }

    @Override
    public Message frame(Person person, long atMs, long sequence, byte[] picture) {
        return picture(VIDEO, person, atMs, picture);
    }

    @Override
    public Optional<Message> event(Happening happening) {
        return switch (happening.kind()) {
            case SPEECH_ON -> {
                Map<String, Object> event = object("event_type", 2, "timestamp", happening.atMs());
                event.putAll(user(happening.person()));
                yield Optional.of(Json.text(object("msg_type", EVENT, "event", event)));
            }
            // Zoom says who the active speaker is, never that nobody is
            case SPEECH_OFF -> Optional.empty();
            case JOIN -> Optional.of(people(3, happening));
            case LEAVE -> Optional.of(people(4, happening));
            case WEBCAM_ON -> Optional.of(people(8, happening));
            case WEBCAM_OFF -> Optional.of(people(9, happening));
        };
    }

    @Override
    public Optional<Message> screenshare(Person person, long atMs, byte[] picture) {
        return Optional.of(picture(SCREENSHARE, person, atMs, picture));
    }

    @Override
    public Optional<Message> unknown(long atMs) {
        return Optional.of(Json.text(
                object("msg_type", TRANSCRIPT, "content", object("user_id", FIRST_ID, "data", "", "timestamp", atMs))));
    }

    private static Message picture(int type, Person person, long atMs, byte[] picture) {
        Map<String, Object> content = user(person);
        content.put("data", Json.base64(picture));
        content.put("length", picture.length);
        content.put("timestamp", atMs);
        return Json.text(object("msg_type", type, "content", content));
    }

    private static Message people(int type, Happening happening) {
        return Json.text(object(
                "msg_type",
                EVENT,
                "event",
                object(
                        "event_type",
                        type,
                        "timestamp",
                        happening.atMs(),
                        "participants",
                        List.of(user(happening.person())))));
    }

    private static Map<String, Object> user(Person person) {
        return object("user_id", Integer.parseInt(person.id()), "user_name", person.name());
    }
}
