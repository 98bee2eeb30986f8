package dev.rapt.detector.ingest.bot.attendee;

import dev.rapt.detector.ingest.RefusedException;
import dev.rapt.detector.ingest.bot.message.BotMessage;
import dev.rapt.detector.ingest.bot.message.BotProtocol;
import dev.rapt.detector.ingest.bot.message.Fields;
import dev.rapt.detector.ingest.bot.message.FrameFields;
import dev.rapt.detector.ingest.bot.message.MalformedException;
import dev.rapt.detector.ingest.bot.message.Place;
import java.util.Map;
import java.util.Optional;

/** Attendee's messages over a WebSocket: {@code realtime_video.per_participant}. Its events come as webhooks. */
public final class AttendeeProtocol implements BotProtocol {

    /** The bot's name in paths, metrics and events. */
    public static final String NAME = "attendee";

    private static final String VIDEO = "realtime_video.per_participant";
    private static final Place.Within PLACES = Place.within(Map.of(
            "trigger",
            Place.value(),
            "data",
            Place.within(Map.of(
                    "participant_uuid", Place.value(),
                    "frame", Place.picture(),
                    "source", Place.value(),
                    "timestamp_ms", Place.value()))));

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
        String trigger = fields.text("trigger").orElseThrow(() -> MalformedException.missing("trigger"));
        if (!trigger.equals(VIDEO)) {
            return new BotMessage.Ignored();
        }
        Fields data = fields.within("data");
        return switch (data.text("source").orElse("webcam")) {
            case "webcam" ->
                new BotMessage.Picture(
                        new BotMessage.Person(FrameFields.id(data, "participant_uuid"), Optional.empty()),
                        FrameFields.capturedAt(data, "timestamp_ms"),
                        FrameFields.picture(data, "frame"));
            case "screenshare" -> new BotMessage.Screenshare();
            default -> new BotMessage.Ignored();
        };
    }
}
