package dev.rapt.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One thing at a time is made wrong in what was rendered, and the check that should see it does. */
class ChecksCanFailTest {

    private static final String OVERLAY = "overlays/production-strimzi";
    private static final ObjectMapper JSON = new ObjectMapper();

    @BeforeAll
    static void renderer() {
        assumeTrue(
                Kustomize.command().isPresent(),
                "the checks of the manifests in k8s/ aren't tried: neither kubectl nor kustomize is installed");
    }

    /** A check, the resource to change, where, and to what (JSON; nothing removes it). */
    @ParameterizedTest(name = "{0}: {1} {2} = {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // Fields that no API has, wrong types, what is missing
                "types | Deployment/detector | /spec/replikas | 2",
                "types | Deployment/detector | /spec/template/spec/containers/0/securityContext/readOnlyRoot | true",
                "types | Deployment/detector | /spec/template/spec/containers/0/ports/0/containerPort | \"8080\"",
                "types | Deployment/detector | /spec/template/spec/containers/0/ports/0/containerPort | \"http\"",
                "types | Deployment/detector | /spec/template/spec/automountServiceAccountToken | \"false\"",
                "types | Deployment/detector | /spec/selector |",
                "types | Deployment/detector | /apiVersion | \"apps/v2\"",
                "types | StatefulSet/aggregator | /spec/volumeClaimTemplates | {}",
                "types | HorizontalPodAutoscaler/detector | /spec/maxReplicas |",
                "types | ScaledObject/classifier | /spec/maxReplicas | 3",
                "types | ScaledObject/classifier | /spec/maxReplicaCount | \"3\"",
                "types | ScaledObject/classifier | /spec/triggers |",
                "types | KafkaUser/kafka-detector | /spec/authorisation | {}",
                "types | KafkaNodePool/broker | /spec/replicas | \"three\"",
                "types | Kafka/kafka | /spec/kafka/listeners/0/tls | \"yes\"",
                "types | ServiceMonitor/rapt | /spec/endpoints/0/intervall | \"15s\"",
                // What is named and isn't there
                "references | Deployment/detector | /spec/template/spec/serviceAccountName | \"default\"",
                "references | Deployment/detector | /spec/template/spec/containers/0/envFrom/0/configMapRef/name | \"x\"",
                "references | Deployment/detector | /spec/template/spec/volumes/4/secret/secretName | \"x\"",
                "references | Deployment/detector | /spec/template/spec/volumes/2/name | \"temp\"",
                "references | Service/detector | /spec/ports/0/targetPort | \"https\"",
                "references | Service/detector | /spec/selector | {\"app.kubernetes.io/name\": \"detectors\"}",
                "references | Service/detector-instances | /spec/ports/0/port | 80",
                "references | StatefulSet/aggregator | /spec/serviceName | \"aggregator\"",
                "references | Ingress/rapt | /spec/rules/0/http/paths/0/backend/service/name | \"gateway\"",
                "references | ServiceMonitor/rapt | /spec/endpoints/0/port | \"metrics\"",
                "references | Service/detector | /metadata/labels | {}",
                // Settings
                "settings | Deployment/detector | /spec/template/spec/containers/0/env/0/name | \"RAPT_MEETING_POLICY\"",
                "settings | Deployment/detector | /spec/template/spec/containers/0/env/0/value | \"/etc/policy.yaml\"",
                "settings | StatefulSet/aggregator | /spec/template/spec/containers/0/env/7/value | \"one\"",
                // Security
                "security | Namespace/rapt | /metadata/labels | {}",
                "security | Deployment/detector | /spec/template/spec/securityContext/runAsNonRoot | false",
                "security | Deployment/detector | /spec/template/spec/securityContext/seccompProfile |",
                "security | Deployment/detector | /spec/template/spec/automountServiceAccountToken |",
                "security | Deployment/detector | /spec/template/spec/hostNetwork | true",
                "security | Deployment/detector | /spec/template/spec/volumes/2 | {\"name\": \"tmp\", \"hostPath\": {}}",
                "security | Deployment/detector | /spec/template/spec/containers/0/securityContext/capabilities | {}",
                "security | Job/rapt-topics | /spec/template/spec/containers/0/securityContext/readOnlyRootFilesystem |",
                // Images
                "images | Deployment/detector | /spec/template/spec/containers/0/image | \"rapt/detector\"",
                "images | Deployment/detector | /spec/template/spec/containers/0/image | \"rapt/detector:latest\"",
                "images | Deployment/detector | /spec/template/spec/containers/0/image | \"rapt/detektor:0.1.0\"",
                // Availability
                "availability | Deployment/detector | /spec/template/spec/terminationGracePeriodSeconds | 10",
                "availability | Deployment/detector | /spec/template/spec/containers/0/livenessProbe |",
                "availability | Deployment/detector | /spec/template/spec/containers/0/livenessProbe/httpGet/path | \"/health\"",
                "availability | Deployment/detector | /spec/template/spec/containers/0/resources/limits |",
                "availability | PodDisruptionBudget/detector | /spec/selector/matchLabels | {\"a\": \"b\"}",
                "availability | HorizontalPodAutoscaler/detector | /spec/scaleTargetRef/name | \"classifier\"",
                "availability | Deployment/classifier | /spec/replicas | 2",
                "availability | Deployment/detector | /spec/template/spec/topologySpreadConstraints |",
                // The network
                "network | NetworkPolicy/nothing | /spec/podSelector | {\"matchLabels\": {\"a\": \"b\"}}",
                "network | NetworkPolicy/classifier | /spec/ingress/0/from/0 |",
                "network | NetworkPolicy/aggregator | /spec/egress/1 |",
                // Kafka
                "kafka | StatefulSet/aggregator | /spec/replicas | 49",
                "kafka | StatefulSet/aggregator | /spec/replicas | 1",
                "kafka | StatefulSet/aggregator | /spec/serviceName | \"aggregator\"",
                "kafka | ScaledObject/classifier | /spec/maxReplicaCount | 100",
                "kafka | ScaledObject/classifier | /spec/triggers/0/metadata/bootstrapServers | \"kafka:9092\"",
                "kafka | KafkaNodePool/broker | /spec/replicas | 2"
            })
    void aFaultIsFound(String check, String resource, String where, String value) throws Exception {
        // Given
        Rendering broken = with(Overlays.rendered(OVERLAY), resource, where, value);

        // When
        List<String> problems = Overlays.CHECKS.get(check).problems(broken);

        // Then
        assertThat(problems).isNotEmpty();
    }

    private static Rendering with(Rendering rendering, String resource, String where, String value) throws Exception {
        List<Manifest> manifests = new ArrayList<>();
        int changed = 0;
        for (Manifest manifest : rendering.manifests()) {
            JsonNode copy = manifest.tree().deepCopy();
            if (resource.equals(manifest.kind() + "/" + manifest.name())) {
                set(copy, where, value);
                assertThat(copy).isNotEqualTo(manifest.tree());
                changed++;
            }
            manifests.add(new Manifest(copy));
        }
        assertThat(changed).as(resource).isEqualTo(1);
        return new Rendering(rendering.overlay(), manifests);
    }

    private static void set(JsonNode tree, String where, String value) throws Exception {
        int last = where.lastIndexOf('/');
        JsonNode parent = tree.at(where.substring(0, last));
        String field = where.substring(last + 1);
        if (parent instanceof ArrayNode array) {
            int index = Integer.parseInt(field);
            if (value == null) {
                array.remove(index);
            } else {
                array.set(index, JSON.readTree(value));
            }
        } else if (value == null) {
            ((ObjectNode) parent).remove(field);
        } else {
            ((ObjectNode) parent).set(field, JSON.readTree(value));
        }
    }
}
