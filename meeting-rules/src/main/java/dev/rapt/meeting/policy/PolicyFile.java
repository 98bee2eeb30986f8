package dev.rapt.meeting.policy;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.rapt.meeting.Purpose;
import dev.rapt.meeting.Signals;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads policies from YAML, and says what is wrong with one that can't be used. */
public final class PolicyFile {

    private static final String SHIPPED = "policy.yaml";
    private static final String ANY = "*";
    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    private PolicyFile() {}

    /** The policy that comes with Rapt. */
    public static Policy shipped() {
        try (InputStream file = PolicyFile.class.getResourceAsStream("/dev/rapt/meeting/" + SHIPPED)) {
            return read(SHIPPED, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The policy of a file; throws {@link BadPolicyException} when there is none that can be used. */
    public static Policy read(Path path) {
        try (InputStream file = Files.newInputStream(path)) {
            return read(path.toString(), file);
        } catch (IOException e) {
            throw new BadPolicyException("The policy " + path + " can't be read: " + e, e);
        }
    }

    private static Policy read(String name, InputStream file) throws IOException {
        try {
            FileContent content = JsonMapper.builder(new YAMLFactory())
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build()
                    .readValue(file, FileContent.class);
            return policy(content);
        } catch (JacksonException e) {
            throw new BadPolicyException("The policy " + name + " can't be read: " + e.getOriginalMessage(), e);
        } catch (Flaw e) {
            throw new BadPolicyException("The policy " + name + " can't be used: " + e.getMessage(), e);
        }
    }

    private static Policy policy(FileContent content) {
        require(content.version() != null && !content.version().isBlank(), "it has no version");
        require(content.rules() != null && !content.rules().isEmpty(), "it has no rules");
        Map<String, Set<String>> regions = new HashMap<>();
        if (content.regions() != null) {
            content.regions().forEach((region, countries) -> regions.put(region, countries(region, countries)));
        }
        List<Policy.Rule> rules = new ArrayList<>();
        for (RuleContent rule : content.rules()) {
            rules.add(rule(rule, "rule " + (rules.size() + 1)));
        }
        Policy policy = new Policy(content.version(), regions, rules);
        requireKnownRegions(policy, rules);
        requireEverything(rules);
        return policy;
    }

    private static Set<String> countries(String region, List<String> countries) {
        require(
                !region.isBlank() && !region.equals(ANY) && !COUNTRIES.contains(region),
                "a region can't be called " + region);
        require(isList(countries), "the region " + region + " has no countries");
        countries.forEach(country -> require(
                COUNTRIES.contains(country),
                "the region " + region + " has " + country + ", which is no country's code by ISO 3166-1 alpha-2"));
        return Set.copyOf(countries);
    }

    private static Policy.Rule rule(RuleContent rule, String where) {
        require(rule != null, where + " says nothing");
        require(isList(rule.purposes()), where + " has no purposes");
        require(isList(rule.regions()), where + " has no regions");
        require(rule.signals() != null, where + " has no signals");
        require(rule.reason() != null && !rule.reason().isBlank(), where + " has no reason");
        Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
        for (String purpose : rule.purposes()) {
            if (purpose.equals(ANY)) {
                purposes.addAll(EnumSet.allOf(Purpose.class));
            } else {
                purposes.add(Purpose.of(purpose)
                        .orElseThrow(() -> new Flaw(where + " has " + purpose + ", which is no purpose")));
            }
        }
        Signals signals = Signals.of(rule.signals())
                .orElseThrow(() -> new Flaw(where + " has " + rule.signals() + ", which are no signals"));
        return new Policy.Rule(
                purposes,
                new HashSet<>(rule.regions()),
                signals,
                rule.justification(),
                rule.reason().strip());
    }

    private static boolean isList(List<String> texts) {
        return texts != null && !texts.isEmpty() && texts.stream().noneMatch(Objects::isNull);
    }

    private static void requireKnownRegions(Policy policy, List<Policy.Rule> rules) {
        rules.stream()
                .flatMap(rule -> rule.regions().stream())
                .filter(region -> !region.equals(ANY) && !policy.knows(region))
                .findFirst()
                .ifPresent(region -> {
                    throw new Flaw("it doesn't say what region " + region + " is");
                });
    }

    private static void requireEverything(List<Policy.Rule> rules) {
        Set<Purpose> left = EnumSet.allOf(Purpose.class);
        rules.stream().filter(rule -> rule.regions().contains(ANY)).forEach(rule -> left.removeAll(rule.purposes()));
        require(
                left.isEmpty(),
                "it says nothing of "
                        + left.stream().map(Purpose::text).findFirst().orElse("")
                        + " in some regions; end it with a rule for \"*\"");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new Flaw(otherwise);
        }
    }

    /** What is wrong with a file that could be read. */
    private static final class Flaw extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Flaw(String message) {
            super(message, null, false, false);
        }
    }

    /** The file as it is written. */
    record FileContent(String version, Map<String, List<String>> regions, List<RuleContent> rules) {}

    /** A rule as it is written. */
    record RuleContent(
            List<String> purposes, List<String> regions, String signals, boolean justification, String reason) {}
}
