package dev.rapt.kafka.setup.topics;

import static org.apache.kafka.common.acl.AclOperation.ALTER_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.PatternType.LITERAL;
import static org.apache.kafka.common.resource.PatternType.PREFIXED;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;

import dev.rapt.contracts.Topics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** Who needs to be allowed what at Kafka, and nothing besides. Reading and writing imply describing. */
public final class AccessRules {

    private static final String ANY_HOST = "*";

    private final List<AclBinding> bindings = new ArrayList<>();

    private AccessRules() {}

    /** The rules for these principals. */
    public static List<AclBinding> of(Principals who) {
        AccessRules rules = new AccessRules();
        rules.detector(who.detector());
        rules.classifier(who.classifier(), who.classifierGroup());
        rules.aggregator(who.aggregator(), who.applicationId());
        rules.tools(who.tools());
        return rules.bindings.stream().distinct().toList();
    }

    /** The same as commands of Kafka's {@code kafka-acls.sh}, without the brokers' address. */
    public static List<String> commands(List<AclBinding> bindings) {
        return bindings.stream()
                .collect(Collectors.groupingBy(
                        binding -> binding.entry().principal() + " --resource-pattern-type "
                                + binding.pattern().patternType().name().toLowerCase(Locale.ROOT) + " --"
                                + resource(binding.pattern()),
                        LinkedHashMap::new,
                        Collectors.mapping(
                                binding -> " --operation "
                                        + operation(binding.entry().operation()),
                                Collectors.joining())))
                .entrySet()
                .stream()
                .map(rule -> "kafka-acls.sh --add --allow-principal " + rule.getKey() + rule.getValue())
                .toList();
    }

    private void detector(String user) {
        allow(user, TOPIC, Topics.FACE_CROPS, WRITE);
        allow(user, TOPIC, Topics.MEETING_LOG, WRITE, READ);
        allow(user, TOPIC, Topics.MEETING_STATE, WRITE, READ);
        allow(user, TOPIC, Topics.FACE_SCORES, READ);
        allow(user, TOPIC, Topics.AUDIT, WRITE, READ);
    }

    private void classifier(String user, String group) {
        allow(user, TOPIC, Topics.FACE_CROPS, READ);
        allow(user, TOPIC, Topics.MEETING_STATE, READ);
        allow(user, TOPIC, Topics.FACE_SCORES, WRITE);
        allow(user, TOPIC, Topics.DEAD_LETTERS, WRITE);
        allow(user, GROUP, group, READ);
    }

    private void aggregator(String user, String applicationId) {
        allow(user, TOPIC, Topics.FACE_SCORES, READ);
        allow(user, TOPIC, Topics.MEETING_LOG, READ);
        allow(user, TOPIC, Topics.MEETING_STATE, READ, WRITE);
        allow(user, TOPIC, Topics.DEAD_LETTERS, WRITE);
        allow(user, TOPIC, Topics.AUDIT, WRITE, READ);
        allow(user, GROUP, applicationId, READ);
        // Kafka Streams makes its changelogs itself, and one transactional id for each thread
        String own = applicationId + "-";
        allow(PREFIXED, user, TOPIC, own, READ, WRITE, CREATE, DELETE, DESCRIBE_CONFIGS, ALTER_CONFIGS);
        allow(PREFIXED, user, TRANSACTIONAL_ID, own, WRITE, DESCRIBE);
    }

    private void tools(String user) {
        for (Topics.Spec spec : Topics.specs(1)) {
            allow(user, TOPIC, spec.name(), CREATE, DESCRIBE, DESCRIBE_CONFIGS, ALTER_CONFIGS);
        }
        allow(user, TOPIC, Topics.AUDIT, READ);
    }

    private void allow(String user, ResourceType type, String name, AclOperation... operations) {
        allow(LITERAL, user, type, name, operations);
    }

    private void allow(PatternType pattern, String user, ResourceType type, String name, AclOperation... operations) {
        for (AclOperation operation : operations) {
            bindings.add(new AclBinding(
                    new ResourcePattern(type, name, pattern),
                    new AccessControlEntry("User:" + user, ANY_HOST, operation, AclPermissionType.ALLOW)));
        }
    }

    private static String resource(ResourcePattern pattern) {
        String type = pattern.resourceType() == TRANSACTIONAL_ID
                ? "transactional-id"
                : pattern.resourceType().name().toLowerCase(Locale.ROOT);
        return type + " " + pattern.name();
    }

    private static String operation(AclOperation operation) {
        StringBuilder name = new StringBuilder();
        for (String word : operation.name().split("_")) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }
}
