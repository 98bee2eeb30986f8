package dev.rapt.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rapt.kafka.setup.topics.AccessRules;
import dev.rapt.kafka.setup.topics.Principals;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclBinding;
import org.junit.jupiter.api.Test;

/** Strimzi's users may do what the topics command says that they need, and nothing besides. */
class KafkaUsersTest {

    @Test
    void usersMayDoWhatTheyNeed() {
        // Given
        assumeTrue(Kustomize.command().isPresent(), "neither kubectl nor kustomize is installed");
        Principals users = new Principals(
                "kafka-detector",
                "kafka-classifier",
                "kafka-aggregator",
                "kafka-tools",
                "rapt-classifier",
                "rapt-aggregator");

        // When
        Set<String> granted = new TreeSet<>();
        Overlays.rendered("overlays/production-strimzi")
                .of("KafkaUser")
                .forEach(user -> user.at("/spec/authorization/acls").forEach(acl -> acl.path("operations")
                        .forEach(operation -> granted.add(String.join(
                                " ",
                                user.name(),
                                word(acl.at("/resource/type").asText()),
                                acl.at("/resource/patternType").asText().replace("prefix", "prefixed"),
                                acl.at("/resource/name").asText(),
                                word(operation.asText()))))));

        // Then
        assertThat(granted)
                .isEqualTo(AccessRules.of(users).stream()
                        .map(KafkaUsersTest::line)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static String line(AclBinding binding) {
        return String.join(
                " ",
                binding.entry().principal().replace("User:", ""),
                word(binding.pattern().resourceType().name()),
                binding.pattern().patternType().name().toLowerCase(Locale.ROOT),
                binding.pattern().name(),
                word(binding.entry().operation().name()));
    }

    private static String word(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
