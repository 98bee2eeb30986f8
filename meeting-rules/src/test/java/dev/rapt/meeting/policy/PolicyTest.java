package dev.rapt.meeting.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.meeting.ConsentRule;
import dev.rapt.meeting.Purpose;
import dev.rapt.meeting.Signals;
import dev.rapt.meeting.Terms;
import dev.rapt.meeting.View;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** The policy that comes with Rapt, and how any policy decides. */
class PolicyTest {

    private final Policy shipped = PolicyFile.shipped();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EU",
                "AT",
                "BE",
                "BG",
                "HR",
                "CY",
                "CZ",
                "DK",
                "EE",
                "FI",
                "FR",
                "DE",
                "GR",
                "HU",
                "IE",
                "IT",
                "LV",
                "LT",
                "LU",
                "MT",
                "NL",
                "PL",
                "PT",
                "RO",
                "SK",
                "SI",
                "ES",
                "SE",
                // Parts of them with codes of their own
                "GF",
                "GP",
                "MF",
                "MQ",
                "RE",
                "YT",
                "AX"
            })
    void noExpressionsAtWorkAndInEducationInTheEu(String region) {
        for (Purpose purpose : List.of(Purpose.WORKPLACE, Purpose.EDUCATION)) {
            Terms terms = terms(purpose, region, Signals.ATTENTION_AND_EXPRESSION, "We would like to");
            assertThat(shipped.objection(terms)).map(Objection::kind).contains(Objection.Kind.FORBIDDEN);
            assertThat(shipped.objection(terms))
                    .map(Objection::sentence)
                    .get()
                    .asString()
                    .contains("2026-11", purpose.text() + " in " + region, "Article 5(1)(f)");
            assertThat(shipped.clamp(terms)).isEqualTo(terms.with(Signals.ATTENTION));
            assertThat(shipped.objection(terms.with(Signals.ATTENTION))).isEmpty();
        }
    }

    @Test
    void namesNoOtherCountry() {
        Set<String> all = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
        assertThat(all.stream().filter(country -> shipped.objection(
                                terms(Purpose.WORKPLACE, country, Signals.ATTENTION_AND_EXPRESSION, ""))
                        .isPresent()))
                .hasSize(27 + 7)
                .doesNotContain("US", "GB", "CH", "NO");
        assertThat(all).allMatch(shipped::knows);
        assertThat(shipped.knows("EU")).isTrue();
        assertThat(shipped.knows("eu")).isFalse();
        assertThat(shipped.knows("*")).isFalse();
        assertThat(shipped.regions()).containsExactly("EU");
    }

    @ParameterizedTest
    @EnumSource(
            value = Purpose.class,
            names = {"HEALTHCARE", "SAFETY"})
    void medicalAndSafetyUsesAreJustified(Purpose purpose) {
        Terms terms = terms(purpose, "DE", Signals.ATTENTION_AND_EXPRESSION, " ");
        assertThat(shipped.objection(terms)).map(Objection::kind).contains(Objection.Kind.UNJUSTIFIED);
        assertThat(shipped.objection(terms.with(Signals.ATTENTION))).isPresent();
        assertThat(shipped.clamp(terms).signals()).isEqualTo(Signals.ATTENTION);
        assertThat(shipped.objection(terms(purpose, "DE", Signals.ATTENTION_AND_EXPRESSION, "Pain is measured")))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Purpose.class,
            mode = Mode.EXCLUDE,
            names = {"HEALTHCARE", "SAFETY"})
    void theRestIsAllowedOutsideTheEu(Purpose purpose) {
        Terms terms = terms(purpose, "US", Signals.ATTENTION_AND_EXPRESSION, "");
        assertThat(shipped.objection(terms)).isEmpty();
        assertThat(shipped.clamp(terms)).isSameAs(terms);
    }

    @Test
    void whereItIsNotKnownIsNoWayAround() {
        for (String region : List.of("", "*", "de", "EUROPE")) {
            Terms terms = terms(Purpose.WORKPLACE, region, Signals.ATTENTION_AND_EXPRESSION, "");
            assertThat(shipped.clamp(terms).signals()).as(region).isEqualTo(Signals.ATTENTION);
        }
    }

    @Test
    void ofARegionEachCountryMustAllowIt() {
        Policy policy = Policies.read(
                """
                version: x
                regions:
                  EU: [DE, FR]
                  DACH: [DE, CH]
                  ALPS: [CH]
                rules:
                  - {purposes: [workplace], regions: [CH, DACH], signals: attention+expression, reason: Allowed}
                  - {purposes: [workplace], regions: [FR], signals: attention, reason: Forbidden in FR}
                  - {purposes: ["*"], regions: ["*"], signals: attention+expression, reason: The rest}
                """);

        assertThat(objects(policy, "DACH")).isFalse();
        assertThat(objects(policy, "DE")).as("by the rule of its region").isFalse();
        assertThat(objects(policy, "ALPS")).isFalse();
        assertThat(objects(policy, "FR")).isTrue();
        assertThat(objects(policy, "EU")).as("one of its countries forbids it").isTrue();
    }

    @Test
    void theFirstRuleDecides() {
        Policy policy = Policies.read(
                """
                version: x
                rules:
                  - {purposes: [gaming], regions: [SE], signals: attention, reason: First}
                  - {purposes: ["*"], regions: ["*"], signals: attention+expression, reason: Second}
                  - {purposes: ["*"], regions: [US], signals: attention, reason: Never asked}
                """);

        assertThat(policy.objection(terms(Purpose.GAMING, "SE", Signals.ATTENTION_AND_EXPRESSION, "")))
                .map(Objection::sentence)
                .contains("Policy x allows attention only for gaming in SE: First");
        assertThat(policy.objection(terms(Purpose.GAMING, "US", Signals.ATTENTION_AND_EXPRESSION, "")))
                .isEmpty();
    }

    private static boolean objects(Policy policy, String region) {
        return policy.objection(terms(Purpose.WORKPLACE, region, Signals.ATTENTION_AND_EXPRESSION, ""))
                .isPresent();
    }

    private static Terms terms(Purpose purpose, String region, Signals signals, String justification) {
        return new Terms(purpose, region, signals, ConsentRule.EXPLICIT, View.INDIVIDUAL, false, justification);
    }
}
