package dev.rapt.meeting.policy;

import dev.rapt.meeting.Purpose;
import dev.rapt.meeting.Signals;
import dev.rapt.meeting.Terms;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

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

    /** Why these terms aren't allowed; empty when they are. Of a region of several countries, each must allow them. */
    public Optional<Objection> objection(Terms terms) {
        if (terms.signals().expression() && !knows(terms.region())) {
            return Optional.of(new Objection(
                    Objection.Kind.FORBIDDEN,
                    "Policy " + version + " doesn't know the region " + terms.region() + ", so it allows "
                            + Signals.ATTENTION.text() + " only"));
        }
        return Stream.concat(Stream.of(terms.region()), regions.getOrDefault(terms.region(), Set.of()).stream())
                .map(place -> rule(terms.purpose(), place))
                .distinct()
                .flatMap(rule -> objection(rule, terms).stream())
                .min(Comparator.comparing(Objection::kind));
    }

    private Optional<Objection> objection(Rule rule, Terms terms) {
        String where = terms.purpose().text() + " in " + terms.region() + ": " + rule.reason();
        if (terms.signals().expression() && !rule.signals().expression()) {
            return Optional.of(new Objection(
                    Objection.Kind.FORBIDDEN,
                    "Policy " + version + " allows " + rule.signals().text() + " only for " + where));
        }
        if (rule.justified() && terms.justification().isBlank()) {
            return Optional.of(new Objection(
                    Objection.Kind.UNJUSTIFIED, "Policy " + version + " asks for a justification for " + where));
        }
        return Optional.empty();
    }

    /** As much of these terms as is allowed. */
    public Terms clamp(Terms terms) {
        return objection(terms).isEmpty() ? terms : terms.with(Signals.ATTENTION);
    }

    private Rule rule(Purpose purpose, String place) {
        return rules.stream()
                .filter(rule -> rule.purposes().contains(purpose))
                .filter(rule -> rule.regions().stream().anyMatch(region -> holds(region, place)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A policy speaks of everything"));
    }

    private boolean holds(String ruled, String place) {
        return ruled.equals(ANYWHERE)
                || ruled.equals(place)
                || regions.getOrDefault(ruled, Set.of()).contains(place);
    }
}
