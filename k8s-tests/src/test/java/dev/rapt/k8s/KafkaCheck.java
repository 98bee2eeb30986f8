package dev.rapt.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Partitions, copies, names and addresses of the aggregator's instances, and Kafka's address, fit together. */
final class KafkaCheck implements Check {

    @Override
    public List<String> problems(Rendering rendering) {
        List<String> found = new ArrayList<>();
        Manifest aggregator = rendering.find("StatefulSet", "aggregator").orElseThrow();
        int partitions = topics(rendering, "--partitions");
        int replication = topics(rendering, "--replication");
        int replicas = aggregator.at("/spec/replicas").asInt();
        int standbys = Integer.parseInt(env(aggregator, "RAPT_AGGREGATOR_STREAMS_STANDBY_REPLICAS"));
        expect(replicas <= partitions, replicas + " aggregators share " + partitions + " partitions", found);
        expect(
                replicas == 1 ? standbys == 0 : standbys == 1,
                replicas + " aggregators have " + standbys + " copies of each store",
                found);
        expect(
                aggregator.at("/spec/podManagementPolicy").asText().equals("Parallel"),
                "Aggregators wait for each other",
                found);
        expect(
                env(aggregator, "RAPT_AGGREGATOR_STREAMS_INSTANCE_ID").equals("$(POD_NAME)"),
                "An aggregator's name in the group isn't its pod's",
                found);
        String port = new Pod(aggregator)
                .containers()
                .get(0)
                .at("/ports/0/containerPort")
                .asText();
        expect(
                env(aggregator, "RAPT_AGGREGATOR_STREAMS_APPLICATION_SERVER")
                        .equals("$(POD_NAME)."
                                + aggregator.at("/spec/serviceName").asText() + ".$(POD_NAMESPACE).svc:" + port),
                "An aggregator's address isn't its pod's",
                found);
        brokers(rendering, replication, found);
        rendering.of("ScaledObject").forEach(scaled -> {
            int most = scaled.at("/spec/maxReplicaCount").asInt();
            expect(most <= partitions, scaled + " goes up to " + most + " of " + partitions + " partitions", found);
            String asked =
                    scaled.at("/spec/triggers/0/metadata/bootstrapServers").asText();
            expect(asked.equals(bootstrap(rendering)), scaled + " asks " + asked, found);
        });
        return found;
    }

    private static void brokers(Rendering rendering, int replication, List<String> found) {
        String host = bootstrap(rendering).split(":")[0].split("\\.")[0];
        boolean strimzi = rendering.of("Kafka").anyMatch(kafka -> host.equals(kafka.name() + "-kafka-bootstrap"));
        rendering
                .find("Service", host)
                .ifPresent(own -> expect(replication == 1, "One broker keeps " + replication + " copies", found));
        if (strimzi) {
            int brokers = rendering
                    .of("KafkaNodePool")
                    .filter(pool -> pool.at("/spec/roles").toString().contains("broker"))
                    .mapToInt(pool -> pool.at("/spec/replicas").asInt())
                    .sum();
            expect(brokers >= replication, brokers + " brokers keep " + replication + " copies", found);
        }
        expect(
                rendering.of("Kafka").findAny().isEmpty() || strimzi,
                "The services don't use the Kafka of this overlay: " + host,
                found);
    }

    private static String bootstrap(Rendering rendering) {
        return rendering
                .of("ConfigMap")
                .map(map -> map.at("/data/KAFKA_BOOTSTRAP_SERVERS").asText())
                .filter(address -> !address.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static int topics(Rendering rendering, String option) {
        JsonNode arguments = new Pod(rendering.find("Job", "rapt-topics").orElseThrow())
                .containers()
                .get(0)
                .path("args");
        for (int i = 0; i < arguments.size() - 1; i++) {
            if (arguments.path(i).asText().equals(option)) {
                return arguments.path(i + 1).asInt();
            }
        }
        return 0;
    }

    private static String env(Manifest workload, String name) {
        for (JsonNode variable : new Pod(workload).containers().get(0).path("env")) {
            if (variable.path("name").asText().equals(name)) {
                return variable.path("value").asText();
            }
        }
        return "";
    }

    private static void expect(boolean holds, String otherwise, List<String> found) {
        if (!holds) {
            found.add(otherwise);
        }
    }
}
