package dev.rapt.aggregator.event;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.rapt.aggregator.event.StateReading.Broken;
import dev.rapt.aggregator.event.StateReading.Erasure;
import dev.rapt.aggregator.event.StateReading.Forgotten;
import dev.rapt.aggregator.event.StateReading.Irrelevant;
import dev.rapt.aggregator.event.StateReading.Stated;
import dev.rapt.aggregator.event.StateReading.Withdrawn;
import dev.rapt.aggregator.meeting.StateKind;
import dev.rapt.contracts.Keys;
import dev.rapt.contracts.v1.MeetingState;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** Reads records of the meetings' states. What doesn't hold is named by the first {@link Fault} found, never thrown. */
public final class StateReader {

    private StateReader() {}

    /** Reads a record's key and value, either of which may be null. */
    public static StateReading read(byte[] key, byte[] value) {
        String name = key == null ? "" : new String(key, StandardCharsets.UTF_8);
        if (value == null) {
            return withdrawn(name);
        }
        try {
            MeetingState state = MeetingState.parseFrom(value);
            return switch (state.getWhatCase()) {
                case ERASED ->
                    stated(state, name, Keys.ofErasure(state.getMeetingId()), new Erasure(state.getMeetingId()));
                case DECLARED,
                        ENDED,
                        MARKER,
                        CONSENT,
                        ERASED_PARTICIPANT,
                        PSEUDONYM_KEY,
                        PERSONAL_LINK,
                        PUBLISHED_MINUTE -> stated(state, name);
                default -> new Irrelevant();
            };
        } catch (InvalidProtocolBufferException e) {
            return new Broken(Fault.NOT_A_STATE);
        }
    }

    private static StateReading stated(MeetingState state, String name) {
        String meetingId = state.getMeetingId();
        if (!StateMessages.isSound(state)) {
            return new Broken(Fault.BAD_STATE);
        }
        return switch (state.getWhatCase()) {
            case DECLARED ->
                stated(state, name, Keys.ofDeclaration(meetingId), new Stated(meetingId, StateKind.DECLARED, ""));
            case ENDED -> stated(state, name, Keys.ofEnd(meetingId), new Stated(meetingId, StateKind.ENDED, ""));
            case CONSENT -> {
                String id = state.getConsent().getParticipantId();
                yield stated(state, name, Keys.ofConsent(meetingId, id), new Stated(meetingId, StateKind.CONSENT, id));
            }
            case ERASED_PARTICIPANT -> {
                String id = hex(state.getErasedParticipant().getDigest());
                yield stated(
                        state,
                        name,
                        Keys.ofErasedParticipant(meetingId, id),
                        new Stated(meetingId, StateKind.ERASED_PARTICIPANT, id));
            }
            case PSEUDONYM_KEY ->
                stated(state, name, Keys.ofPseudonymKey(meetingId), new Stated(meetingId, StateKind.PSEUDONYM_KEY, ""));
            case PERSONAL_LINK -> {
                String id = hex(state.getPersonalLink().getTokenSha256());
                yield stated(
                        state,
                        name,
                        Keys.ofPersonalLink(meetingId, id),
                        new Stated(meetingId, StateKind.PERSONAL_LINK, id));
            }
            case PUBLISHED_MINUTE -> {
                long start = state.getPublishedMinute().getStartMs();
                yield stated(
                        state,
                        name,
                        Keys.ofPublishedMinute(meetingId, start),
                        new Stated(meetingId, StateKind.PUBLISHED_MINUTE, Long.toString(start)));
            }
            default -> {
                String id = state.getMarker().getMarkerId();
                yield stated(state, name, Keys.ofMarker(meetingId, id), new Stated(meetingId, StateKind.MARKER, id));
            }
        };
    }

    private static StateReading stated(MeetingState state, String name, String key, StateReading reading) {
        if (!Keys.isId(state.getMeetingId())) {
            return new Broken(Fault.BAD_ID);
        }
        return name.equals(key) ? reading : new Broken(Fault.WRONG_KEY);
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }

    private static StateReading withdrawn(String name) {
        String[] parts = name.split("/", -1);
        if (parts.length != 3 || !Keys.isId(parts[0])) {
            return new Irrelevant();
        }
        if (name.equals(Keys.ofErasure(parts[0]))) {
            return new Forgotten(parts[0]);
        }
        Optional<StateKind> kind = StateKind.of(parts[1]);
        return kind.<StateReading>map(known -> new Withdrawn(parts[0], known, parts[2]))
                .orElseGet(Irrelevant::new);
    }
}
