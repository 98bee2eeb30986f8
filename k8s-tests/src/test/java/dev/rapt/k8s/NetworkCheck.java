package dev.rapt.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Nothing is open that isn't listed, and what is listed is what the services do. */
final class NetworkCheck implements Check {

    private record Way(String from, String to, int port) {}

    /** Who talks to whom. */
    private static final Set<Way> NEEDED = Set.of(
            new Way("aggregator", "aggregator", 8082),
            new Way("aggregator", "detector", 8080),
            new Way("aggregator", "classifier", 8081),
            new Way("detector", "classifier", 8081));

    @Override
    public List<String> problems(Rendering rendering) {
        List<String> found = new ArrayList<>();
        boolean closed = rendering
                .of("NetworkPolicy")
                .anyMatch(policy -> policy.at("/spec/podSelector").isEmpty()
                        && policy.at("/spec/policyTypes").toString().equals("[\"Ingress\",\"Egress\"]")
                        && policy.at("/spec/ingress").isMissingNode()
                        && policy.at("/spec/egress").isMissingNode());
        if (!closed) {
            found.add("Nothing closes the namespace");
        }
        List<Pod> services =
                rendering.pods().stream().filter(Pod::serves).filter(Pod::ours).toList();
        for (Pod from : services) {
            for (Pod to : services) {
                int port = to.containers().get(0).at("/ports/0/containerPort").asInt();
                Way way = new Way(from.workload().name(), to.workload().name(), port);
                boolean open = allowed(rendering, from, to, port, "egress", "to")
                        && allowed(rendering, to, from, port, "ingress", "from");
                if (open != NEEDED.contains(way)) {
                    found.add(way + (open ? " is open" : " is closed"));
                }
            }
        }
        return found;
    }

    private static boolean allowed(
            Rendering rendering, Pod subject, Pod peer, int port, String direction, String side) {
        return rendering
                .of("NetworkPolicy")
                .filter(policy -> Selector.matches(policy.at("/spec/podSelector"), subject.labels()))
                .flatMap(policy -> stream(policy.at("/spec/" + direction)))
                .filter(rule -> rule.path("ports").isMissingNode()
                        || stream(rule.path("ports"))
                                .anyMatch(open -> open.path("port").asInt() == port))
                .anyMatch(rule -> rule.path(side).isMissingNode()
                        || stream(rule.path(side))
                                .filter(other -> !other.has("namespaceSelector") && other.has("podSelector"))
                                .anyMatch(other -> Selector.matches(other.path("podSelector"), peer.labels())));
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
