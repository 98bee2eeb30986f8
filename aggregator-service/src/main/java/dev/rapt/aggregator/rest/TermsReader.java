package dev.rapt.aggregator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapt.meeting.ConsentRule;
import dev.rapt.meeting.Purpose;
import dev.rapt.meeting.Signals;
import dev.rapt.meeting.Terms;
import dev.rapt.meeting.View;
import dev.rapt.meeting.policy.Objection;
import dev.rapt.meeting.policy.Policy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads who may be measured and what for, or says what is wrong with it. What the policy doesn't allow is refused here. */
final class TermsReader {

    static final List<String> FIELDS =
            List.of("purpose", "region", "signals", "consent", "view", "pseudonymous", "justification");

    private final Policy policy;
    private final int maxJustification;

    TermsReader(Policy policy, int maxJustification) {
        this.policy = policy;
        this.maxJustification = maxJustification;
    }

    /** The terms that a declaration's fields say. Purpose and region must be said; the rest has the least as a default. */
    Terms read(JsonNode json) {
        Terms terms = new Terms(
                choice(json, "purpose", Purpose.values(), Purpose::text, Optional.empty()),
                region(json.path("region")),
                choice(json, "signals", Signals.values(), Signals::text, Optional.of(Signals.ATTENTION)),
                choice(json, "consent", ConsentRule.values(), ConsentRule::text, Optional.of(ConsentRule.EXPLICIT)),
                choice(json, "view", View.values(), View::text, Optional.of(View.INDIVIDUAL)),
                pseudonymous(json.path("pseudonymous")),
                justification(json.path("justification")));
        policy.objection(terms).ifPresent(TermsReader::refuse);
        return terms;
    }

    private static void refuse(Objection objection) {
        throw objection.kind() == Objection.Kind.UNJUSTIFIED
                ? ProblemException.badRequest("justification-missing", objection.sentence())
                : ProblemException.forbidden("policy-forbids", objection.sentence());
    }

    private static <T> T choice(
            JsonNode json, String field, T[] choices, Function<T, String> text, Optional<T> otherwise) {
        JsonNode said = json.path(field);
        if (JsonBody.isMissing(said) && otherwise.isPresent()) {
            return otherwise.get();
        }
        return Arrays.stream(choices)
                .filter(choice -> said.isTextual() && text.apply(choice).equals(said.textValue()))
                .findFirst()
                .orElseThrow(() -> ProblemException.badRequest(
                        "bad-" + field,
                        field
                                + (otherwise.isPresent() ? " is " : " must be said: ")
                                + Arrays.stream(choices).map(text).collect(Collectors.joining(", "))));
    }

    private String region(JsonNode region) {
        if (!region.isTextual() || !policy.knows(region.textValue())) {
            throw ProblemException.badRequest(
                    "bad-region",
                    "region must be said: where the participants are, a country's code by ISO 3166-1 such as DE, or one of "
                            + String.join(", ", policy.regions()));
        }
        return region.textValue();
    }

    private static boolean pseudonymous(JsonNode pseudonymous) {
        if (!JsonBody.isMissing(pseudonymous) && !pseudonymous.isBoolean()) {
            throw ProblemException.badRequest("bad-pseudonymous", "pseudonymous is true or false");
        }
        return pseudonymous.asBoolean(false);
    }

    private String justification(JsonNode justification) {
        if (JsonBody.isMissing(justification)) {
            return "";
        }
        String text = justification.isTextual() ? justification.textValue().strip() : "";
        if (text.isEmpty() || text.codePointCount(0, text.length()) > maxJustification) {
            throw ProblemException.badRequest(
                    "bad-justification", "justification is text of 1 to " + maxJustification + " characters");
        }
        return text;
    }
}
