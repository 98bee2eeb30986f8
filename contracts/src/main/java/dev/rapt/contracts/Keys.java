package dev.rapt.contracts;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.kafka.common.utils.Utils;

/** The keys of Kafka's records and the form of the ids they are made of. */
public final class Keys {

    /** The form of a meeting's and of a participant's id. */
    public static final String ID_FORM = "[A-Za-z0-9._:-]{1,128}";

    private static final Pattern ID = Pattern.compile(ID_FORM);

    private Keys() {}

    /** Whether the text may be a meeting's or a participant's id. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** The key of a crop: {@code meetingId/participantId}, so that each participant stays in order. */
    public static String ofCrop(String meetingId, String participantId) {
        return meetingId + "/" + participantId;
    }

    /** The key of a score: the meeting's id, so that everything of one meeting meets in one partition. */
    public static String ofScore(String meetingId) {
        return meetingId;
    }

    /** The key of an event of a meeting's log: the meeting's id. */
    public static String ofLog(String meetingId) {
        return meetingId;
    }

    /** The key of the record that says that a meeting is erased. */
    public static String ofErasure(String meetingId) {
        return meetingId + "/erased/";
    }

    /** The key of the record that counts the beginnings of a meeting's galleries. */
    public static String ofGalleryEpoch(String meetingId) {
        return meetingId + "/gallery-epoch/";
    }

    /** The key of the record that says what a meeting is. */
    public static String ofDeclaration(String meetingId) {
        return meetingId + "/declared/";
    }

    /** The key of the record that says that a meeting has ended. */
    public static String ofEnd(String meetingId) {
        return meetingId + "/ended/";
    }

    /** The key of the record of a marker, whose id has the form of a meeting's. */
    public static String ofMarker(String meetingId, String markerId) {
        return meetingId + "/marker/" + markerId;
    }

    /** The key of the record that says whether a participant may be measured. */
    public static String ofConsent(String meetingId, String participantId) {
        return meetingId + "/consent/" + participantId;
    }

    /** The key of the record that says that a participant is erased, by the digest in hexadecimals. */
    public static String ofErasedParticipant(String meetingId, String digest) {
        return meetingId + "/erased-participant/" + digest;
    }

    /** The key of the record that holds what a meeting's pseudonyms are made from. */
    public static String ofPseudonymKey(String meetingId) {
        return meetingId + "/pseudonym-key/";
    }

    /** The key of the record of a personal link, by the SHA-256 of its token in hexadecimals. */
    public static String ofPersonalLink(String meetingId, String tokenSha256) {
        return meetingId + "/personal-link/" + tokenSha256;
    }

    /** The key of the record of a minute that is told of several people together, by its start. */
    public static String ofPublishedMinute(String meetingId, long startMillis) {
        return meetingId + "/published-minute/" + startMillis;
    }

    /**
     * The key of a record of {@link Topics#MEETING_STATE} that says nothing: without a value, sent so that the partition
     * goes on to its next segment and what was taken back is compacted away. No meeting has an empty id.
     */
    public static String ofPulse(int partition) {
        return "/pulse/" + partition;
    }

    /**
     * The partition of a meeting, which Kafka's default partitioner gives the key {@code meetingId}. A record of
     * {@link Topics#MEETING_STATE} has a longer key and must be sent to this partition by number.
     */
    public static int partitionOf(String meetingId, int partitions) {
        return Utils.toPositive(Utils.murmur2(meetingId.getBytes(StandardCharsets.UTF_8))) % partitions;
    }
}
