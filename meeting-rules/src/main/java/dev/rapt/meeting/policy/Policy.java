package dev.rapt.meeting.policy;

import dev.rapt.meeting.Purpose;
import dev.rapt.meeting.Signals;
import dev.rapt.meeting.Terms;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which purposes and regions allow which signals. The first rule that speaks of a purpose and a region decides; nothing
 * decides otherwise, so a policy without a rule for everybody else is refused when it is read. Immutable.
 */
public final class Policy {

    private static final String ANYWHERE = "*";

    private final String version;
    private final Map<String, Set<String>> regions;
    private final List<Rule> rules;

    Policy(String version, Map<String, Set<String>> regions, List<Rule> rules) {
        this.version = version;
        this.regions = Map.copyOf(regions);
        this.rules = List.copyOf(rules);
    }

    /**
     * A rule.
     *
     * @param purposes of which purposes it speaks
     * @param regions of which regions and countries; {@code *} is anywhere
     * @param signals the most that is allowed
     * @param justified whether somebody has to say why
     * @param reason why the rule is so
     */
    record Rule(Set<Purpose> purposes, Set<String> regions, Signals signals, boolean justified, String reason) {
        Rule {
            purposes = Set.copyOf(purposes);
            regions = Set.copyOf(regions);
        }
    }

    /** The policy's own name of its state, as its file says. */
    public String version() {
        return version;
    }

    /** Whether the text is a country's code by ISO 3166-1 alpha-2, or a region that this policy names. */
    public boolean knows(String region) {
        return regions.containsKey(region)
                || Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(region);
    }

    /** The regions that it names, in order. */
    public Set<String> regions() {
        return new TreeSet<>(regions.keySet());
    }

    /** Why these terms aren't allowed, in a sentence; empty when they are. */
    public Optional<String> objection(Terms terms) {
        Rule rule = rule(terms);
        if (terms.signals().expression() && !rule.signals().expression()) {
            return Optional.of("Policy " + version + " allows " + rule.signals().text() + " only for "
                    + terms.purpose().text() + " in " + terms.region() + ": " + rule.reason());
        }
        if (rule.justified() && terms.justification().isBlank()) {
            return Optional.of("Policy " + version + " asks for a justification for "
                    + terms.purpose().text() + " in " + terms.region() + ": " + rule.reason());
        }
        return Optional.empty();
    }

    /** As much of these terms as is allowed. */
    public Terms clamp(Terms terms) {
        return objection(terms).isEmpty() ? terms : terms.with(Signals.ATTENTION);
    }

    private Rule rule(Terms terms) {
        return rules.stream()
                .filter(rule -> rule.purposes().contains(terms.purpose()))
                .filter(rule -> rule.regions().stream().anyMatch(region -> holds(region, terms.region())))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A policy speaks of everything"));
    }

    private boolean holds(String ruled, String region) {
        return ruled.equals(ANYWHERE)
                || ruled.equals(region)
                || regions.getOrDefault(ruled, Set.of()).contains(region);
    }
}
