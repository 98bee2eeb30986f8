package dev.rapt.audit.cli;

import dev.rapt.audit.log.LogReader;
import dev.rapt.contracts.Topics;
import java.io.FileReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import picocli.CommandLine.Option;

/** Which log, and from when. */
final class Source {

    @Option(
            names = "--bootstrap",
            required = true,
            paramLabel = "HOST:PORT",
            description = "A broker's address, or several with commas between")
    private String bootstrap;

    @Option(
            names = "--topic",
            paramLabel = "NAME",
            defaultValue = Topics.AUDIT,
            description = "The log's topic; ${DEFAULT-VALUE} without it")
    private String topic;

    @Option(names = "--since", paramLabel = "MOMENT", description = "From when, as in 2026-01-05T10:00:00Z")
    private Optional<Instant> since;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Further settings of Kafka's clients, such as for TLS, one a line")
    private Optional<Path> config;

    LogReader open() {
        return new LogReader(settings(), topic);
    }

    Optional<Instant> since() {
        return since;
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        config.ifPresent(file -> {
            try (Reader reader = new FileReader(file.toFile(), StandardCharsets.UTF_8)) {
                Properties properties = new Properties();
                properties.load(reader);
                properties.forEach((name, value) -> settings.put(name.toString(), value));
            } catch (IOException e) {
                throw new UncheckedIOException("The settings can't be read: " + file, e);
            }
        });
        settings.put("bootstrap.servers", bootstrap);
        return settings;
    }
}
