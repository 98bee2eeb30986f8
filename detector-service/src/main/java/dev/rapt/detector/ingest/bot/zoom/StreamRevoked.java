package dev.rapt.detector.ingest.bot.zoom;

import dev.rapt.detector.ingest.bot.message.Fields;
import dev.rapt.detector.ingest.bot.message.MalformedException;
import dev.rapt.detector.ingest.bot.message.Place;
import java.util.List;
import java.util.Map;

/**
 * Recognises stop reason 8, the revoked stream, in whichever message it comes: the updates of a stream's and of a
 * session's state give it as {@code reason} or {@code stop_reason}, the webhook {@code meeting.rtms_stopped} in its
 * payload. Generous in what it takes, because what was revoked must not be kept.
 */
final class StreamRevoked {

    static final Map<String, Place> PLACES = Map.of("reason", Place.value(), "stop_reason", Place.value());

    private static final int STREAM_STATE_UPDATE = 8;
    private static final int SESSION_STATE_UPDATE = 9;
    private static final List<String> REVOKED = List.of("8", "STOP_BC_STREAM_REVOKED");

    private StreamRevoked() {}

    static boolean says(Fields message) throws MalformedException {
        if (is(message, "stop_reason") || is(message.within("payload"), "stop_reason")) {
            return true;
        }
        if (is(message.within("payload").within("object"), "stop_reason")) {
            return true;
        }
        int type = message.code("msg_type");
        boolean state = type == STREAM_STATE_UPDATE || type == SESSION_STATE_UPDATE;
        for (String part : List.of("content", "event")) {
            if (message.hasObject(part)) {
                Fields within = message.within(part);
                if (is(within, "stop_reason") || state && is(within, "reason")) {
                    return true;
                }
            }
        }
        return state && is(message, "reason");
    }

    private static boolean is(Fields fields, String name) {
        try {
            return fields.id(name).filter(REVOKED::contains).isPresent();
        } catch (MalformedException e) {
            return false;
        }
    }
}
