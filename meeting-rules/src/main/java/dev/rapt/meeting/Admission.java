package dev.rapt.meeting;

/** What came of asking whether a frame may be measured. */
public sealed interface Admission {

    /**
     * It may.
     *
     * @param participantId what the participant goes by from here on: the pseudonym in a pseudonymous meeting
     * @param signals what may be measured of it
     */
    record Admitted(String participantId, Signals signals) implements Admission {}

    /** It may not. */
    record Refused(Refusal refusal) implements Admission {}
}
