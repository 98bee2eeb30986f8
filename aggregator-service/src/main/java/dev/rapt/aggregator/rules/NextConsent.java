package dev.rapt.aggregator.rules;

import dev.rapt.meeting.Consent;
import java.time.Instant;
import java.util.Optional;

/** Knows from when on a consent holds, by what was said before. */
public final class NextConsent {

    private NextConsent() {}

    /**
     * What is to be recorded. Who said no, or was erased, and agrees again does so from now on: nothing that was captured
     * before may come in late. Saying yes twice changes nothing of that.
     *
     * @param said without a moment from which on it holds
     * @param before what holds now
     * @param erased whether the participant is erased and hasn't consented since
     */
    public static Consent of(Consent said, Optional<Consent> before, boolean erased) {
        Optional<Instant> notBefore = Optional.empty();
        if (said.given()) {
            boolean refused =
                    erased || before.map(Consent::given).map(given -> !given).orElse(false);
            notBefore = refused ? Optional.of(said.at()) : before.flatMap(Consent::notBefore);
        }
        return new Consent(
                said.participantId(), said.given(), said.noticeVersion(), said.noticeLanguage(), notBefore, said.at());
    }
}
