package dev.rapt.meeting;

/** Why nothing of a participant may be measured. Each says what the sender can do. */
public enum Refusal {
    MEETING_ERASED("This meeting is erased: nothing of it is kept, and nothing more is taken in. Stop sending."),
    MEETING_UNDECLARED("Nobody has said what this meeting is measured for. Declare it first:"
            + " PUT /v1/meetings/{meetingId} with purpose, region, signals, consent and view; then send again."),
    PARTICIPANT_ERASED(
            "This participant is erased: nothing is kept, and nothing more is taken in unless the participant consents"
                    + " again. Stop sending."),
    CONSENT_WITHDRAWN("This participant has said no. Stop sending."),
    CONSENT_MISSING("This meeting measures only who has agreed, and nobody has recorded that this participant has:"
            + " PUT /v1/meetings/{meetingId}/participants/{participantId}/consent, then send again."),
    CAPTURED_BEFORE_CONSENT("The picture was taken while this participant hadn't agreed. Send newer ones."),
    PSEUDONYM_KEY_DELETED(
            "The key of this meeting's pseudonyms is deleted, so nothing can be added to anybody. Stop sending.");

    private final String detail;

    Refusal(String detail) {
        this.detail = detail;
    }

    /** As the API names it, such as {@code consent-missing}. */
    public String text() {
        return Words.of(this);
    }

    /** What the sender is told. */
    public String detail() {
        return detail;
    }
}
