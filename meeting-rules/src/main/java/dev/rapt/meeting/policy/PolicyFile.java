package dev.rapt.meeting.policy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.rapt.meeting.Purpose;
import dev.rapt.meeting.Signals;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads policies from YAML, and says what is wrong with one that can't be used. */
public final class PolicyFile {

    private static final String SHIPPED = "policy.yaml";
    private static final String ANY = "*";

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
            throw new BadPolicyException("The policy " + path + " can't be read: " + e.getMessage(), e);
        }
    }

    private static Policy read(String name, InputStream file) throws IOException {
        FileContent content;
        try {
            content = new ObjectMapper(new YAMLFactory())
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(file, FileContent.class);
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            throw new BadPolicyException("The policy " + name + " can't be read: " + e.getOriginalMessage(), e);
        }
        return policy(name, content);
    }

    private static Policy policy(String name, FileContent content) {
        if (content == null || content.version() == null || content.rules() == null) {
            throw new BadPolicyException("The policy " + name + " has no version or no rules");
        }
        Map<String, Set<String>> regions = new HashMap<>();
        if (content.regions() != null) {
            content.regions().forEach((region, countries) -> regions.put(region, Set.copyOf(countries)));
        }
        List<Policy.Rule> rules =
                content.rules().stream().map(rule -> rule(name, rule)).toList();
        Policy policy = new Policy(content.version(), regions, rules);
        requireKnownRegions(name, policy, rules);
        requireEverything(name, rules);
        return policy;
    }

    private static Policy.Rule rule(String name, RuleContent rule) {
        if (rule.purposes() == null || rule.regions() == null || rule.signals() == null || rule.reason() == null) {
            throw new BadPolicyException(
                    "The policy " + name + " has a rule without purposes, regions, signals or a reason");
        }
        Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
        for (String purpose : rule.purposes()) {
            if (purpose.equals(ANY)) {
                purposes.addAll(EnumSet.allOf(Purpose.class));
            } else {
                purposes.add(Purpose.of(purpose)
                        .orElseThrow(() ->
                                new BadPolicyException("The policy " + name + " has no such purpose: " + purpose)));
            }
        }
        Signals signals = Signals.of(rule.signals())
                .orElseThrow(
                        () -> new BadPolicyException("The policy " + name + " has no such signals: " + rule.signals()));
        return new Policy.Rule(
                purposes,
                new HashSet<>(rule.regions()),
                signals,
                rule.justification(),
                rule.reason().strip());
    }

    private static void requireKnownRegions(String name, Policy policy, List<Policy.Rule> rules) {
        rules.stream()
                .flatMap(rule -> rule.regions().stream())
                .filter(region -> !region.equals(ANY) && !policy.knows(region))
                .findFirst()
                .ifPresent(region -> {
                    throw new BadPolicyException("The policy " + name + " doesn't say what region " + region + " is");
                });
    }

    private static void requireEverything(String name, List<Policy.Rule> rules) {
        Set<Purpose> left = EnumSet.allOf(Purpose.class);
        rules.stream().filter(rule -> rule.regions().contains(ANY)).forEach(rule -> left.removeAll(rule.purposes()));
        if (!left.isEmpty()) {
            throw new BadPolicyException("The policy " + name + " says nothing of "
                    + left.iterator().next().text() + " in some regions; end it with a rule for \"*\"");
        }
    }

    /** The file as it is written. */
    record FileContent(String version, Map<String, List<String>> regions, List<RuleContent> rules) {}

    /** A rule as it is written. */
    record RuleContent(
            List<String> purposes, List<String> regions, String signals, boolean justification, String reason) {}
}
