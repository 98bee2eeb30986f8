package dev.rapt.detector.ingest.bot.zoom;

import dev.rapt.detector.ingest.RefusedException;
import dev.rapt.detector.ingest.bot.message.BotMessage;
import dev.rapt.detector.ingest.bot.message.BotProtocol;
import dev.rapt.detector.ingest.bot.message.Fields;
import dev.rapt.detector.ingest.bot.message.FrameFields;
import dev.rapt.detector.ingest.bot.message.MalformedException;
import dev.rapt.detector.ingest.bot.message.Place;
import java.util.HashMap;
import java.util.Map;

/** The messages of Zoom's Realtime Media Streams, of the media and of the signalling connection, as they are. */
public final class ZoomRtmsProtocol implements BotProtocol {

    /** The bot's name in paths, metrics and events. */
    public static final String NAME = "zoom-rtms";

    /** Why a meeting is erased whose stream was revoked. */
    public static final String STREAM_REVOKED = "zoom-rtms-stream-revoked";

    // RTMS_MESSAGE_TYPE
    private static final int EVENT_UPDATE = 6;
    private static final int KEEP_ALIVE = 12;
    private static final int VIDEO = 15;
    private static final int SCREENSHARE = 16;

    private static final Map<String, Place> PERSON = Map.of("user_id", Place.value(), "user_name", Place.value());
    private static final Place.Within PLACES = places(PERSON);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Place.Within places() {
        return PLACES;
    }

    @Override
    public BotMessage message(Fields fields) throws MalformedException, RefusedException {
        if (StreamRevoked.says(fields)) {
            return new BotMessage.Revoked(STREAM_REVOKED);
        }
        return switch (fields.code("msg_type")) {
            case VIDEO -> picture(fields.within("content"));
            case SCREENSHARE -> new BotMessage.Screenshare();
            case EVENT_UPDATE -> ZoomRtmsEvents.message(fields);
            case KEEP_ALIVE ->
                new BotMessage.KeepAlive("{\"msg_type\":13,\"timestamp\":"
                        + fields.whole("timestamp").orElse(0) + "}");
            default -> other(fields);
        };
    }

    private static BotMessage picture(Fields content) throws RefusedException {
        return new BotMessage.Picture(
                new BotMessage.Person(FrameFields.id(content, "user_id"), FrameFields.shown(content, "user_name")),
                FrameFields.capturedAt(content, "timestamp"),
                FrameFields.picture(content, "data"));
    }

    private static BotMessage other(Fields fields) throws MalformedException {
        // Zoom's webhooks have no such field and name themselves in a text
        boolean webhook = !fields.hasObject("event") && fields.text("event").isPresent();
        if (fields.whole("msg_type").isEmpty() && !webhook) {
            throw MalformedException.missing("msg_type");
        }
        return new BotMessage.Ignored();
    }

    private static Place.Within places(Map<String, Place> person) {
        Map<String, Place> event = new HashMap<>(person);
        event.putAll(StreamRevoked.PLACES);
        event.put("event_type", Place.value());
        event.put("timestamp", Place.value());
        event.put("participants", Place.each(person));
        Map<String, Place> content = new HashMap<>(event);
        content.put("data", Place.picture());
        Map<String, Place> message = new HashMap<>(event);
        message.put("msg_type", Place.value());
        message.put("content", Place.within(content));
        message.put("event", Place.within(event));
        Map<String, Place> payload = new HashMap<>(StreamRevoked.PLACES);
        payload.put("object", Place.within(StreamRevoked.PLACES));
        message.put("payload", Place.within(payload));
        return Place.within(message);
    }
}
