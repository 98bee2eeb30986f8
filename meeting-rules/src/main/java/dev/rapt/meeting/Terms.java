package dev.rapt.meeting;

import java.util.ArrayList;
import java.util.List;
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
        return beyond(agreed).isEmpty();
    }

    /** What of these asks for more than others or for something else, as the API names it; empty when nothing does. */
    public List<String> beyond(Terms agreed) {
        List<String> beyond = new ArrayList<>();
        if (purpose != agreed.purpose) {
            beyond.add("purpose");
        }
        if (!region.equals(agreed.region)) {
            beyond.add("region");
        }
        if (signals.expression() && !agreed.signals.expression()) {
            beyond.add("signals");
        }
        if (consent == ConsentRule.ASSUMED && agreed.consent == ConsentRule.EXPLICIT) {
            beyond.add("consent");
        }
        if (view == View.INDIVIDUAL && agreed.view == View.GROUP) {
            beyond.add("view");
        }
        if (pseudonymous != agreed.pseudonymous) {
            beyond.add("pseudonymous");
        }
        return beyond;
    }
}
