package dev.rapt.meeting;

import java.util.Objects;

/**
 * Who may be measured in a meeting, and what for: the part of a declaration that is enforced.
 *
 * @param purpose what for
 * @param region where its participants are: a country by ISO 3166-1 alpha-2, or a region that the policy names
 * @param signals what is measured
 * @param consent what holds for a participant of whom nothing is said
 * @param view whose figures may be read
 * @param pseudonymous whether participants go by pseudonyms
 * @param justification why, where the policy asks for it; else empty
 */
public record Terms(
        Purpose purpose,
        String region,
        Signals signals,
        ConsentRule consent,
        View view,
        boolean pseudonymous,
        String justification) {

    public Terms {
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(signals, "signals");
        Objects.requireNonNull(consent, "consent");
        Objects.requireNonNull(view, "view");
        Objects.requireNonNull(justification, "justification");
    }

    /** The same with other signals. */
    public Terms with(Signals others) {
        return new Terms(purpose, region, others, consent, view, pseudonymous, justification);
    }

    /**
     * Whether these ask no more of the participants than others to which they may have agreed: the same purpose, region
     * and pseudonyms, no more signals, no wider view, no laxer consent.
     */
    public boolean within(Terms agreed) {
        return purpose == agreed.purpose
                && region.equals(agreed.region)
                && pseudonymous == agreed.pseudonymous
                && (agreed.signals.expression() || !signals.expression())
                && (agreed.view == View.INDIVIDUAL || view == View.GROUP)
                && (agreed.consent == ConsentRule.ASSUMED || consent == ConsentRule.EXPLICIT);
    }
}
