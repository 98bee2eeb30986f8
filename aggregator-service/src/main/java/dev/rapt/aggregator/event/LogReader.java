package dev.rapt.aggregator.event;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.rapt.aggregator.log.LogEvent;
import dev.rapt.aggregator.log.LogEvent.Kind;
import dev.rapt.aggregator.timeline.Observation;
import dev.rapt.contracts.Keys;
import dev.rapt.contracts.v1.MeetingEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Reads records of the meetings' log. What doesn't hold is named by the first {@link Fault} found, never thrown. */
public final class LogReader {

    private static final Pattern SOURCE = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final int MAX_NAME = 1_000;

    private LogReader() {}

    /** Reads a record's key and value, either of which may be null. */
    public static LogReading read(byte[] key, byte[] value) {
        if (value == null) {
            return new Unreadable(Fault.NOT_AN_EVENT);
        }
        try {
            return eventOf(key, MeetingEvent.parseFrom(value));
        } catch (InvalidProtocolBufferException e) {
            return new Unreadable(Fault.NOT_AN_EVENT);
        } catch (FaultException e) {
            return new Unreadable(e.fault());
        }
    }

    private static LoggedEvent eventOf(byte[] key, MeetingEvent event) throws FaultException {
        FaultException.unless(Keys.isId(event.getMeetingId()) && Keys.isId(event.getParticipantId()), Fault.BAD_ID);
        byte[] expectedKey = Keys.ofLog(event.getMeetingId()).getBytes(StandardCharsets.UTF_8);
        FaultException.unless(Arrays.equals(expectedKey, key), Fault.WRONG_KEY);
        Instant at = Instant.ofEpochMilli(event.getAtMs());
        FaultException.unless(Observation.isCaptureTime(at), Fault.BAD_MOMENT);
        FaultException.unless(SOURCE.matcher(event.getSource()).matches(), Fault.BAD_SOURCE);
        FaultException.unless(event.getJoined().getName().length() <= MAX_NAME, Fault.BAD_NAME);
        return new LoggedEvent(
                event.getMeetingId(),
                new LogEvent(
                        event.getParticipantId(),
                        at,
                        event.getSource(),
                        kindOf(event),
                        event.getJoined().getName(),
                        event.getSpeechOn().getSilenceIsReported()));
    }

    private static Kind kindOf(MeetingEvent event) throws FaultException {
        return switch (event.getWhatCase()) {
            case JOINED -> Kind.JOINED;
            case LEFT -> Kind.LEFT;
            case SPEECH_ON -> Kind.SPEECH_ON;
            case SPEECH_OFF -> Kind.SPEECH_OFF;
            case WEBCAM_ON -> Kind.WEBCAM_ON;
            case WEBCAM_OFF -> Kind.WEBCAM_OFF;
            case WHAT_NOT_SET -> throw new FaultException(Fault.NO_HAPPENING);
        };
    }
}
