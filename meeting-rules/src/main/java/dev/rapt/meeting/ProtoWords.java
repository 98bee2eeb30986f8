package dev.rapt.meeting;

import java.util.Optional;

/** The enums of the declaration as the records write them. What a record doesn't say is read as the least it could mean. */
final class ProtoWords {

    private ProtoWords() {}

    static dev.rapt.contracts.v1.Purpose purpose(Purpose purpose) {
        return dev.rapt.contracts.v1.Purpose.valueOf("PURPOSE_" + purpose.name());
    }

    static Optional<Purpose> purpose(dev.rapt.contracts.v1.Purpose purpose) {
        return switch (purpose) {
            case PURPOSE_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
            default -> Optional.of(Purpose.valueOf(purpose.name().substring("PURPOSE_".length())));
        };
    }

    static dev.rapt.contracts.v1.Signals signals(Signals signals) {
        return dev.rapt.contracts.v1.Signals.valueOf("SIGNALS_" + signals.name());
    }

    static Signals signals(dev.rapt.contracts.v1.Signals signals) {
        return signals == dev.rapt.contracts.v1.Signals.SIGNALS_ATTENTION_AND_EXPRESSION
                ? Signals.ATTENTION_AND_EXPRESSION
                : Signals.ATTENTION;
    }

    static dev.rapt.contracts.v1.ConsentRule consent(ConsentRule rule) {
        return dev.rapt.contracts.v1.ConsentRule.valueOf("CONSENT_RULE_" + rule.name());
    }

    static ConsentRule consent(dev.rapt.contracts.v1.ConsentRule rule) {
        return rule == dev.rapt.contracts.v1.ConsentRule.CONSENT_RULE_ASSUMED
                ? ConsentRule.ASSUMED
                : ConsentRule.EXPLICIT;
    }

    static dev.rapt.contracts.v1.View view(View view) {
        return dev.rapt.contracts.v1.View.valueOf("VIEW_" + view.name());
    }

    static View view(dev.rapt.contracts.v1.View view) {
        return view == dev.rapt.contracts.v1.View.VIEW_INDIVIDUAL ? View.INDIVIDUAL : View.GROUP;
    }
}
