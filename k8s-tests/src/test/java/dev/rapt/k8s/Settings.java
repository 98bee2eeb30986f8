package dev.rapt.k8s;

import dev.rapt.access.AccessConfig;
import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.classifier.ClassifierConfig;
import dev.rapt.detector.config.DetectorConfig;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.config.ConfigDef;

/** The settings that a service knows, by the interfaces that it reads them with. */
final class Settings {

    private static final int ENVIRONMENT = 300;

    private static final Map<String, List<Class<?>>> MAPPINGS = Map.of(
            "detector",
            List.of(
                    DetectorConfig.class,
                    AccessConfig.class,
                    dev.rapt.detector.config.MeetingsConfig.class,
                    dev.rapt.detector.config.AuditConfig.class),
            "classifier",
            List.of(ClassifierConfig.class, AccessConfig.class, dev.rapt.classifier.rules.MeetingsConfig.class),
            "aggregator",
            List.of(
                    AggregatorConfig.class,
                    AccessConfig.class,
                    dev.rapt.aggregator.rules.MeetingsConfig.class,
                    dev.rapt.aggregator.audit.AuditConfig.class));

    private Settings() {}

    static Set<String> services() {
        return MAPPINGS.keySet();
    }

    /** The names that its settings have in the environment. */
    static Set<String> variables(String service) {
        Set<String> names = new TreeSet<>(kafka());
        for (Class<?> mapping : MAPPINGS.get(service)) {
            ConfigMappings.getProperties(ConfigClass.configClass(mapping)).keySet().stream()
                    .map(Settings::variable)
                    .forEach(names::add);
        }
        return names;
    }

    /** Kafka's own, as the services and the tools read them: each secret also from a file. */
    static Set<String> kafka() {
        Set<String> names = new TreeSet<>(Set.of("KAFKA_BOOTSTRAP_SERVERS", "KAFKA_SECURITY_PROTOCOL"));
        ConfigDef security = new ConfigDef().withClientSslSupport().withClientSaslSupport();
        security.configKeys().forEach((name, key) -> {
            names.add(variable("kafka." + name));
            if (key.type == ConfigDef.Type.PASSWORD) {
                names.add(variable("kafka." + name + ".file"));
            }
        });
        return names;
    }

    /**
     * Reads these variables as the service does.
     *
     * @throws RuntimeException saying which value isn't one of its setting
     */
    static void read(String service, Map<String, String> variables) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(variables, ENVIRONMENT))
                .addDefaultInterceptors()
                .addDiscoveredConverters();
        // In the service these come from its application.properties
        builder.withDefaultValue("kafka.bootstrap.servers", "none");
        MAPPINGS.get(service).forEach(builder::withMapping);
        SmallRyeConfig config = builder.build();
        MAPPINGS.get(service).forEach(config::getConfigMapping);
    }

    private static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
