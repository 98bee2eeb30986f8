package dev.rapt.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the folder {@code monitoring} has Prometheus and Grafana ask for. */
final class Monitoring {

    private static final Path FOLDER = Path.of("..", "monitoring");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Pattern METER = Pattern.compile("\\b(rapt|jvm|process|system|http_server)_[a-z_]+\\b");

    private Monitoring() {}

    static JsonNode dashboard() throws IOException {
        return JSON.readTree(FOLDER.resolve("grafana/dashboards/pipeline.json").toFile());
    }

    static JsonNode yaml(String file) throws IOException {
        return YAML.readTree(FOLDER.resolve(file).toFile());
    }

    /** The alerts. */
    static List<JsonNode> alerts() throws IOException {
        List<JsonNode> alerts = new ArrayList<>();
        yaml("prometheus/rules.yml").path("groups").forEach(group -> group.path("rules")
                .forEach(alerts::add));
        return alerts;
    }

    /** The dashboard's panels, without the headings. */
    static List<JsonNode> panels() throws IOException {
        List<JsonNode> panels = new ArrayList<>();
        dashboard().path("panels").forEach(panels::add);
        panels.removeIf(panel -> panel.path("type").asText().equals("row"));
        return panels;
    }

    /** The expressions of a panel. */
    static List<String> expressions(JsonNode panel) {
        List<String> expressions = new ArrayList<>();
        panel.path("targets")
                .forEach(target -> expressions.add(target.path("expr").asText()));
        return expressions;
    }

    /** The meters by the names that Prometheus reads, in all panels and alerts. */
    static Set<String> metersAskedFor() throws IOException {
        Set<String> meters = new TreeSet<>();
        Stream.concat(
                        panels().stream().flatMap(panel -> expressions(panel).stream()),
                        alerts().stream().map(alert -> alert.path("expr").asText()))
                .forEach(expression -> {
                    Matcher found = METER.matcher(expression);
                    while (found.find()) {
                        meters.add(found.group());
                    }
                });
        return meters;
    }
}
