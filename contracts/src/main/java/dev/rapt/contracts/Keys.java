package dev.rapt.contracts;

import java.util.regex.Pattern;

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
}
