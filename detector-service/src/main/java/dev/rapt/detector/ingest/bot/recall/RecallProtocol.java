package dev.rapt.detector.ingest.bot.recall;

import dev.rapt.detector.ingest.RefusedException;
import dev.rapt.detector.ingest.bot.message.BotMessage;
import dev.rapt.detector.ingest.bot.message.BotProtocol;
import dev.rapt.detector.ingest.bot.message.Fields;
import dev.rapt.detector.ingest.bot.message.FrameFields;
import dev.rapt.detector.ingest.bot.message.MalformedException;
import dev.rapt.detector.ingest.bot.message.Place;
import dev.rapt.detector.meeting.MeetingEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Recall.ai's messages over a WebSocket: {@code video_separate_png.data} and the {@code participant_events}. Video as
 * H.264 isn't decoded; its messages are passed over like any other.
 */
public final class RecallProtocol implements BotProtocol {

    /** The bot's name in paths, metrics and events. */
    public static final String NAME = "recall";

    private static final String VIDEO = "video_separate_png.data";
    private static final String EVENT = "participant_events.";
    private static final Place.Within PLACES = Place.within(Map.of(
            "event",
            Place.value(),
            "data",
            Place.within(Map.of(
                    "data",
                    Place.within(Map.of(
                            "buffer", Place.picture(),
                            "type", Place.value(),
                            "timestamp", Place.within(Map.of("absolute", Place.value())),
                            "participant",
                                    Place.within(Map.of(
                                            "id", Place.value(),
                                            "name", Place.value(),
                                            "platform", Place.value()))))))));

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
        String event = fields.text("event").orElseThrow(() -> MalformedException.missing("event"));
        if (event.equals(VIDEO)) {
            return picture(fields.within("data").within("data"));
        }
        return event.startsWith(EVENT)
                ? happening(
                        event.substring(EVENT.length()), fields.within("data").within("data"))
                : new BotMessage.Ignored();
    }

    private static BotMessage picture(Fields data) throws MalformedException, RefusedException {
        return switch (data.text("type").orElse("webcam")) {
            case "webcam" ->
                new BotMessage.Picture(
                        new BotMessage.Person(
                                FrameFields.id(data.within("participant"), "id"),
                                FrameFields.shown(data.within("participant"), "name")),
                        FrameFields.capturedAtMoment(data.within("timestamp"), "absolute"),
                        FrameFields.picture(data, "buffer"));
            case "screenshare" -> new BotMessage.Screenshare();
            default -> new BotMessage.Ignored();
        };
    }

    private static BotMessage happening(String type, Fields data) throws MalformedException {
        Fields participant = data.within("participant");
        Optional<String> name = FrameFields.shown(participant, "name");
        // Only in Zoom does somebody's silence end their speech; elsewhere it ends when another one begins
        boolean silenceIsReported = FrameFields.shown(participant, "platform")
                .filter("zoom"::equalsIgnoreCase)
                .isPresent();
        Optional<MeetingEvent.What> what = what(type, name, silenceIsReported);
        if (what.isEmpty()) {
            return new BotMessage.Ignored();
        }
        return new BotMessage.Events(List.of(new BotMessage.Event(
                new BotMessage.Person(
                        participant.id("id").orElseThrow(() -> MalformedException.missing("participant.id")), name),
                FrameFields.moment(data.within("timestamp"), "absolute")
                        .orElseThrow(() -> MalformedException.missing("timestamp.absolute")),
                what.get())));
    }

    private static Optional<MeetingEvent.What> what(String type, Optional<String> name, boolean silenceIsReported) {
        return switch (type) {
            case "join", "update" -> Optional.of(new MeetingEvent.Joined(name.orElse("")));
            case "leave" -> Optional.of(new MeetingEvent.Left());
            case "speech_on" -> Optional.of(new MeetingEvent.SpeechOn(silenceIsReported));
            case "speech_off" -> Optional.of(new MeetingEvent.SpeechOff());
            case "webcam_on" -> Optional.of(new MeetingEvent.WebcamOn());
            case "webcam_off" -> Optional.of(new MeetingEvent.WebcamOff());
            default -> Optional.empty();
        };
    }
}
