package dev.rapt.meeting.policy;

/**
 * Why terms aren't allowed.
 *
 * @param kind whether anything can be done about it
 * @param sentence for people: which policy says so, of what, and why
 */
public record Objection(Kind kind, String sentence) {

    /** What can be done about it. */
    public enum Kind {
        /** Nothing but to ask for less. */
        FORBIDDEN,
        /** Somebody has to say why it is needed. */
        UNJUSTIFIED
    }
}
