package dev.rapt.kafka.setup.topics;

import dev.rapt.contracts.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares the topics that there are with a plan. */
final class Findings {

    private static final List<String> ALIKE = List.of(Topics.FACE_SCORES, Topics.MEETING_LOG, Topics.MEETING_STATE);

    private Findings() {}

    /** What is different, a sentence each; nothing when all is as planned. */
    static List<String> of(TopicPlan plan, Map<String, TopicState> there) {
        List<String> findings = new ArrayList<>();
        for (Topics.Spec spec : plan.specs()) {
            TopicState topic = there.get(spec.name());
            if (topic == null) {
                findings.add("Topic " + spec.name() + " doesn't exist");
                continue;
            }
            if (topic.partitions() != spec.partitions()) {
                findings.add(partitions(spec, topic));
            }
            plan.replication()
                    .filter(copies -> topic.replication() < copies)
                    .ifPresent(copies -> findings.add("Topic " + spec.name() + " has " + topic.replication()
                            + " replicas where " + copies + " are expected"));
            for (String setting : new TreeSet<>(spec.config().keySet())) {
                String planned = spec.config().get(setting);
                String found = topic.settings().getOrDefault(setting, "not set");
                if (!plan.isMetBy(spec.name(), setting, planned, found)) {
                    findings.add("Topic " + spec.name() + " has " + setting + "=" + found + " where " + planned
                            + " is expected");
                }
            }
        }
        apart(there, findings);
        return findings;
    }

    static String partitions(Topics.Spec spec, TopicState topic) {
        return "Topic " + spec.name() + " has " + topic.partitions() + " partitions where " + spec.partitions()
                + " are expected: they are fixed at creation, so start with the number it has,"
                + " or delete the topic first";
    }

    // Everything of a meeting must meet in one partition
    private static void apart(Map<String, TopicState> there, List<String> findings) {
        Map<String, Integer> alike = new TreeMap<>();
        ALIKE.stream()
                .filter(there::containsKey)
                .forEach(name -> alike.put(name, there.get(name).partitions()));
        if (Set.copyOf(alike.values()).size() > 1) {
            findings.add("These topics must have as many partitions as each other: " + alike);
        }
    }
}
