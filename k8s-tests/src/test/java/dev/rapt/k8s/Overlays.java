package dev.rapt.k8s;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is rendered, each once, and what is checked of it. */
final class Overlays {

    static final List<String> ALL = folders();

    /** The table of docs/deploy.md says of each Secret who makes it. */
    private static final Pattern SECRET = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|");

    static final Map<String, Check> CHECKS = Map.of(
            "types", new TypesCheck(),
            "references", new ReferencesCheck(documentedSecrets()),
            "settings", new SettingsCheck(),
            "security", new SecurityCheck(),
            "images", new ImagesCheck(version(), images()),
            "availability", new AvailabilityCheck(),
            "network", new NetworkCheck(),
            "kafka", new KafkaCheck());

    private static final Map<String, Rendering> RENDERED = new ConcurrentHashMap<>();

    private Overlays() {}

    static Rendering rendered(String folder) {
        return RENDERED.computeIfAbsent(folder, Kustomize::render);
    }

    private static List<String> folders() {
        try (Stream<Path> overlays = Files.list(Kustomize.FOLDER.resolve("overlays"))) {
            return Stream.concat(
                            overlays.map(path -> "overlays/" + path.getFileName()),
                            Stream.of("../k8s-tests/src/test/kustomize/gateway-api"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> documentedSecrets() {
        return SECRET.matcher(text("../docs/deploy.md"))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static String version() {
        return first("<version>([^<]+)</version>", text("pom.xml"));
    }

    private static Set<String> images() {
        return Stream.of(first("(?m)^all=\"([^\"]+)\"", text("../bin/images")).split(" "))
                .map(name -> "rapt/" + name)
                .collect(Collectors.toSet());
    }

    static String first(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    static String text(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
