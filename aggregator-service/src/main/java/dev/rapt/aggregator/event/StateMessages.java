package dev.rapt.aggregator.event;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.rapt.aggregator.group.PublishedMinute;
import dev.rapt.aggregator.meeting.Declaration;
import dev.rapt.aggregator.meeting.Ending;
import dev.rapt.aggregator.meeting.Group;
import dev.rapt.aggregator.meeting.Marker;
import dev.rapt.aggregator.meeting.PersonalLink;
import dev.rapt.contracts.Keys;
import dev.rapt.contracts.v1.Declared;
import dev.rapt.contracts.v1.Ended;
import dev.rapt.contracts.v1.Erased;
import dev.rapt.contracts.v1.MeetingState;
import dev.rapt.meeting.Consent;
import dev.rapt.meeting.ParticipantDigest;
import dev.rapt.meeting.Pseudonyms;
import dev.rapt.meeting.RuleMessages;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is said of meetings, to and from the bytes of a {@link MeetingState}. */
public final class StateMessages {

    private static final int SHA256_LENGTH = 32;

    private StateMessages() {}

    /** As a record's value. */
    public static byte[] of(String meetingId, Declaration declaration) {
        Declared.Builder declared =
                Declared.newBuilder().setTitle(declaration.title()).addAllLabels(declaration.labels());
        declaration
                .groups()
                .forEach(group -> declared.addGroups(dev.rapt.contracts.v1.Group.newBuilder()
                        .setName(group.name())
                        .addAllParticipantIds(group.inOrder())));
        declaration.terms().ifPresent(terms -> RuleMessages.put(terms, declared));
        declaration.retention().ifPresent(kept -> declared.setRetentionMs(kept.toMillis()));
        return state(meetingId, declaration.at()).setDeclared(declared).build().toByteArray();
    }

    /** As a record's value. */
    public static byte[] of(String meetingId, Ending ending, Instant at) {
        return state(meetingId, at)
                .setEnded(Ended.newBuilder().setEndedAtMs(ending.at().toEpochMilli()))
                .build()
                .toByteArray();
    }

    /** As a record's value. */
    public static byte[] of(String meetingId, Marker marker, Instant at) {
        return state(meetingId, at)
                .setMarker(dev.rapt.contracts.v1.Marker.newBuilder()
                        .setMarkerId(marker.id())
                        .setTitle(marker.title())
                        .setKind(marker.kind().text())
                        .setStartMs(marker.start().toEpochMilli())
                        .setEndMs(marker.end().toEpochMilli())
                        .addAllLabels(marker.labels()))
                .build()
                .toByteArray();
    }

    /** The mark of an erased meeting as a record's value. */
    public static byte[] erased(String meetingId, String reason, Instant at) {
        return state(meetingId, at)
                .setErased(Erased.newBuilder().setReason(reason))
                .build()
                .toByteArray();
    }

    /** As a record's value. */
    public static byte[] of(String meetingId, PersonalLink link, Instant at) {
        return state(meetingId, at)
                .setPersonalLink(dev.rapt.contracts.v1.PersonalLink.newBuilder()
                        .setTokenSha256(ByteString.copyFrom(HexFormat.of().parseHex(link.tokenSha256())))
                        .setParticipantId(link.participantId())
                        .setExpiresAtMs(link.expiresAt().toEpochMilli()))
                .build()
                .toByteArray();
    }

    /** The personal link of a record's value, which {@link StateReader} has found sound. */
    public static PersonalLink personalLink(byte[] value) {
        dev.rapt.contracts.v1.PersonalLink link = parse(value).getPersonalLink();
        return new PersonalLink(
                HexFormat.of().formatHex(link.getTokenSha256().toByteArray()),
                link.getParticipantId(),
                Instant.ofEpochMilli(link.getExpiresAtMs()));
    }

    /** As a record's value; it was said at the minute's end, so that it goes when the minute's time is up. */
    public static byte[] of(String meetingId, PublishedMinute minute) {
        return state(meetingId, minute.end())
                .setPublishedMinute(MinuteMessages.of(minute))
                .build()
                .toByteArray();
    }

    /** The published minute of a record's value, which {@link StateReader} has found sound. */
    public static PublishedMinute publishedMinute(byte[] value) {
        return MinuteMessages.minute(parse(value).getPublishedMinute());
    }

    /** As a record's value. */
    public static byte[] of(String meetingId, Consent consent) {
        return RuleMessages.of(meetingId, consent).toByteArray();
    }

    /** The mark of an erased participant as a record's value. */
    public static byte[] erasedParticipant(String meetingId, String digest, String reason, Instant at) {
        return RuleMessages.erasedParticipant(meetingId, digest, reason, at).toByteArray();
    }

    /** The key of a meeting's pseudonyms as a record's value. */
    public static byte[] pseudonymKey(String meetingId, byte[] key, Instant at) {
        return RuleMessages.pseudonymKey(meetingId, key, at).toByteArray();
    }

    /** The consent of a record's value, which {@link StateReader} has found sound. */
    public static Consent consent(byte[] value) {
        return RuleMessages.consent(parse(value)).orElseThrow();
    }

    /** The declaration of a record's value, which {@link StateReader} has found sound. */
    public static Declaration declaration(byte[] value) {
        MeetingState state = parse(value);
        Declared declared = state.getDeclared();
        List<Group> groups = declared.getGroupsList().stream()
                .map(group -> new Group(group.getName(), new HashSet<>(group.getParticipantIdsList())))
                .toList();
        Optional<Duration> retention = declared.hasRetentionMs()
                ? Optional.of(Duration.ofMillis(declared.getRetentionMs()))
                : Optional.empty();
        return new Declaration(
                declared.getTitle(),
                declared.getLabelsList(),
                groups,
                RuleMessages.terms(declared),
                retention,
                Instant.ofEpochMilli(state.getAtMs()));
    }

    /** The end of a record's value, which {@link StateReader} has found sound. */
    public static Ending ending(byte[] value) {
        return new Ending(Instant.ofEpochMilli(parse(value).getEnded().getEndedAtMs()));
    }

    /** The marker of a record's value, which {@link StateReader} has found sound. */
    public static Marker marker(byte[] value) {
        dev.rapt.contracts.v1.Marker marker = parse(value).getMarker();
        return new Marker(
                marker.getMarkerId(),
                marker.getTitle(),
                Marker.Kind.valueOf(marker.getKind().toUpperCase(Locale.ROOT)),
                Instant.ofEpochMilli(marker.getStartMs()),
                Instant.ofEpochMilli(marker.getEndMs()),
                marker.getLabelsList());
    }

    /** When what a record's value says was said. */
    public static Instant saidAt(byte[] value) {
        return Instant.ofEpochMilli(parse(value).getAtMs());
    }

    /** Whether what it says can be read back. */
    static boolean isSound(MeetingState state) {
        try {
            byte[] value = state.toByteArray();
            return switch (state.getWhatCase()) {
                case DECLARED ->
                    declaration(value)
                            .retention()
                            .map(kept -> kept.toMillis() > 0)
                            .orElse(true);
                case ENDED -> !ending(value).at().isBefore(Instant.EPOCH);
                case MARKER -> Keys.isId(marker(value).id());
                case CONSENT -> Keys.isId(consent(value).participantId());
                case ERASED_PARTICIPANT ->
                    state.getErasedParticipant().getDigest().size() == ParticipantDigest.LENGTH;
                case PSEUDONYM_KEY -> state.getPseudonymKey().getKey().size() == Pseudonyms.KEY_LENGTH;
                case PERSONAL_LINK ->
                    state.getPersonalLink().getTokenSha256().size() == SHA256_LENGTH
                            && Keys.isId(personalLink(value).participantId());
                case PUBLISHED_MINUTE ->
                    publishedMinute(value).start().toEpochMilli()
                            == state.getPublishedMinute().getStartMs();
                default -> true;
            };
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static MeetingState.Builder state(String meetingId, Instant at) {
        return MeetingState.newBuilder().setMeetingId(meetingId).setAtMs(at.toEpochMilli());
    }

    private static MeetingState parse(byte[] value) {
        try {
            return MeetingState.parseFrom(value);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("Not a state of a meeting", e);
        }
    }
}
