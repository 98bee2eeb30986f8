package dev.rapt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** docker-compose.yml and the folder {@code monitoring}, as far as it shows without an engine. */
class ComposeFilesTest {

    private static final Path ROOT = Path.of("..");

    @Test
    void kafkaIsOfTheVersionThatTheClientsAre() throws IOException {
        Matcher version = Pattern.compile("<kafka.version>([^<]+)</kafka.version>")
                .matcher(Files.readString(ROOT.resolve("pom.xml")));
        assertThat(version.find()).isTrue();

        assertThat(services().path("kafka").path("image").asText())
                .isEqualTo("${RAPT_KAFKA_IMAGE:-apache/kafka:" + version.group(1) + "}");
    }

    @Test
    void everyPortIsPublishedOnLoopbackOnly() throws IOException {
        for (JsonNode service : services()) {
            service.path("ports").forEach(port -> assertThat(port.asText()).startsWith("127.0.0.1:"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"topics", "detector", "classifier", "aggregator", "replay"})
    void whatIsOursIsLockedUp(String name) throws IOException {
        // Merge keys aren't resolved by this reader, so the common part is looked at for itself
        JsonNode service = services().path(name);
        JsonNode common = compose().path("x-service");

        assertThat(service.has("<<")).isTrue();
        assertThat(service.path("mem_limit").asText()).endsWith("m");
        assertThat(service.has("read_only")).isFalse();
        assertThat(common.path("read_only").asBoolean()).isTrue();
        assertThat(common.path("user").asText()).isEqualTo("10001:10001");
        assertThat(common.path("cap_drop").toString()).isEqualTo("[\"ALL\"]");
        assertThat(common.path("security_opt").toString()).contains("no-new-privileges:true");
        assertThat(common.path("stop_grace_period").asText()).isEqualTo("30s");
    }

    @Test
    void everyPanelAsksTheDatasourceThatIsProvided() throws IOException {
        JsonNode datasource = Monitoring.yaml("grafana/provisioning/datasources/prometheus.yml")
                .path("datasources")
                .path(0);
        assertThat(Monitoring.panels()).hasSizeGreaterThan(15);
        Set<Integer> ids = new HashSet<>();
        for (JsonNode panel : Monitoring.panels()) {
            String title = panel.path("title").asText();
            assertThat(ids.add(panel.path("id").asInt())).as("id of %s", title).isTrue();
            assertThat(panel.path("description").asText()).as(title).isNotBlank();
            assertThat(Monitoring.expressions(panel)).as(title).isNotEmpty();
            for (JsonNode target : panel.path("targets")) {
                assertThat(target.path("datasource").path("uid").asText())
                        .as(title)
                        .isEqualTo(datasource.path("uid").asText());
            }
        }
    }

    @Test
    void everyAlertHasATestAndAPlaceWhereItSaysWhatToDo() throws IOException {
        String tests = Files.readString(ROOT.resolve("monitoring/prometheus/rules-test.yml"));
        String docs = Files.readString(ROOT.resolve("docs/monitoring.md"));
        List<String> names = new ArrayList<>();
        for (JsonNode alert : Monitoring.alerts()) {
            String name = alert.path("alert").asText();
            names.add(name);
            assertThat(tests).containsPattern("alertname: " + name + "\\n +exp_alerts:");
            assertThat(alert.path("annotations").path("runbook").asText())
                    .endsWith("docs/monitoring.md#" + name.toLowerCase(Locale.ROOT));
            assertThat(docs).contains("\n### " + name + "\n");
        }
        assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(10);
    }

    private static JsonNode services() throws IOException {
        return compose().path("services");
    }

    private static JsonNode compose() throws IOException {
        return new ObjectMapper(new YAMLFactory())
                .readTree(ROOT.resolve("docker-compose.yml").toFile());
    }
}
