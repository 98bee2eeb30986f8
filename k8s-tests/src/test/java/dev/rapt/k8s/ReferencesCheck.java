package dev.rapt.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is named is there: ConfigMaps and their keys, Secrets, Services, ports, volumes, the account, and who is selected. */
final class ReferencesCheck implements Check {

    private final Set<String> secretsMadeByHand;

    /**
     * For overlays whose operators make some secrets themselves.
     *
     * @param secretsMadeByHand those that docs/deploy.md tells to make
     */
    ReferencesCheck(Set<String> secretsMadeByHand) {
        this.secretsMadeByHand = Set.copyOf(secretsMadeByHand);
    }

    @Override
    public List<String> problems(Rendering all) {
        List<String> found = new ArrayList<>();
        all.pods().forEach(pod -> pod(all, pod, found));
        all.of("Service").forEach(service -> service(all, service, found));
        all.of("Ingress").forEach(ingress -> ingress(all, ingress, found));
        all.of("HTTPRoute").forEach(route -> route.at("/spec/rules").forEach(rule -> rule.path("backendRefs")
                .forEach(backend -> servicePort(
                        all,
                        route,
                        backend.path("name").asText(),
                        backend.path("port").asText(),
                        found))));
        all.of("ServiceMonitor").forEach(monitor -> monitor(all, monitor, found));
        all.of("TriggerAuthentication").forEach(authentication -> authentication
                .at("/spec/secretTargetRef")
                .forEach(ref -> secret(all, authentication, ref.path("name").asText(), found)));
        return found;
    }

    private void pod(Rendering all, Pod pod, List<String> found) {
        Manifest workload = pod.workload();
        String account = pod.spec().path("serviceAccountName").asText();
        expect(all.find("ServiceAccount", account).isPresent(), workload + " has no account " + account, found);
        expect(
                Selector.matches(workload.at("/spec/selector"), pod.labels()),
                workload + " doesn't select its own pods",
                found);
        List<String> volumes = new ArrayList<>();
        pod.spec().path("volumes").forEach(volume -> {
            volumes.add(volume.path("name").asText());
            if (volume.has("configMap")) {
                configMap(all, workload, volume.at("/configMap/name").asText(), found);
            }
            if (volume.has("secret")) {
                secret(all, workload, volume.at("/secret/secretName").asText(), found);
            }
        });
        workload.at("/spec/volumeClaimTemplates")
                .forEach(claim -> volumes.add(claim.at("/metadata/name").asText()));
        for (JsonNode container : pod.containers()) {
            container.path("volumeMounts").forEach(mount -> {
                String name = mount.path("name").asText();
                expect(volumes.contains(name), workload + " has no volume " + name, found);
            });
            container
                    .path("envFrom")
                    .forEach(from -> configMap(
                            all, workload, from.at("/configMapRef/name").asText(), found));
            container.path("env").forEach(env -> {
                JsonNode secret = env.at("/valueFrom/secretKeyRef/name");
                if (!secret.isMissingNode()) {
                    secret(all, workload, secret.asText(), found);
                }
            });
        }
        if (workload.kind().equals("StatefulSet")) {
            String governing = workload.at("/spec/serviceName").asText();
            Optional<Manifest> service = all.find("Service", governing);
            expect(
                    service.isPresent()
                            && service.get().at("/spec/clusterIP").asText().equals("None"),
                    workload + " has no headless Service " + governing,
                    found);
        }
    }

    private static void configMap(Rendering all, Manifest user, String name, List<String> found) {
        expect(all.find("ConfigMap", name).isPresent(), user + " refers to no ConfigMap: " + name, found);
    }

    private void secret(Rendering all, Manifest user, String name, List<String> found) {
        boolean there = all.find("Secret", name).isPresent()
                || all.find("KafkaUser", name).isPresent()
                || all.of("Kafka").anyMatch(kafka -> name.equals(kafka.name() + "-cluster-ca-cert"))
                || secretsMadeByHand.contains(name);
        expect(there, user + " refers to a Secret that nobody makes: " + name, found);
    }

    private static void service(Rendering all, Manifest service, List<String> found) {
        List<Pod> pods = all.pods().stream()
                .filter(pod -> pod.labels()
                        .entrySet()
                        .containsAll(
                                Manifest.strings(service.at("/spec/selector")).entrySet()))
                .toList();
        expect(pods.size() == 1, service + " selects " + pods, found);
        for (Pod pod : pods) {
            for (JsonNode port : service.at("/spec/ports")) {
                String target = port.path("targetPort").asText();
                expect(
                        !pod.port(target).isMissingNode(),
                        service + " leads to no port " + target + " of " + pod,
                        found);
                boolean headless = service.at("/spec/clusterIP").asText().equals("None");
                expect(
                        !headless
                                || pod.port(target).path("containerPort").asInt()
                                        == port.path("port").asInt(),
                        service + " is headless, so its port must be the pods' own",
                        found);
            }
        }
    }

    private static void ingress(Rendering all, Manifest ingress, List<String> found) {
        for (JsonNode rule : ingress.at("/spec/rules")) {
            for (JsonNode path : rule.at("/http/paths")) {
                JsonNode backend = path.at("/backend/service");
                servicePort(
                        all,
                        ingress,
                        backend.path("name").asText(),
                        backend.at("/port/name")
                                .asText(backend.at("/port/number").asText()),
                        found);
            }
        }
    }

    private static void servicePort(Rendering all, Manifest user, String name, String port, List<String> found) {
        boolean there = all.find("Service", name).stream()
                .flatMap(service -> java.util.stream.StreamSupport.stream(
                        service.at("/spec/ports").spliterator(), false))
                .anyMatch(known -> known.path("name").asText().equals(port)
                        || known.path("port").asText().equals(port));
        expect(there, user + " leads to no port " + port + " of a Service " + name, found);
    }

    private void monitor(Rendering all, Manifest monitor, List<String> found) {
        List<String> services = all.of("Service")
                .filter(service -> Selector.matches(monitor.at("/spec/selector"), service.labels()))
                .map(Manifest::name)
                .sorted()
                .toList();
        expect(services.equals(List.of("aggregator", "classifier", "detector")), monitor + " reads " + services, found);
        for (JsonNode endpoint : monitor.at("/spec/endpoints")) {
            services.forEach(name ->
                    servicePort(all, monitor, name, endpoint.path("port").asText(), found));
            secret(all, monitor, endpoint.at("/authorization/credentials/name").asText(), found);
        }
    }

    private static void expect(boolean holds, String otherwise, List<String> found) {
        if (!holds) {
            found.add(otherwise);
        }
    }
}
