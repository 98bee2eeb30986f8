package dev.rapt.e2e.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A headless browser of this machine, spoken to over its DevTools protocol: no driver to download. One process, with a
 * profile of its own that is deleted on close.
 */
final class Chromium implements AutoCloseable {

    /** Names the browser where it isn't found by itself. */
    static final String PATH_VARIABLE = "RAPT_CHROMIUM";

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final Duration START = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final Path profile;
    private final URI devTools;

    private Chromium(Process process, Path profile, URI devTools) {
        this.process = process;
        this.profile = profile;
        this.devTools = devTools;
    }

    /** Where the browser is, if there is one. */
    static Optional<Path> find() {
        String named = System.getenv(PATH_VARIABLE);
        if (named != null) {
            return Optional.of(Path.of(named)).filter(Files::isExecutable);
        }
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Chromium start(Path executable) throws IOException, InterruptedException {
        Path profile = Files.createTempDirectory("rapt-chromium");
        List<String> command = new ArrayList<>(List.of(
                executable.toString(),
                "--headless",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-quic",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--no-default-browser-check",
                "--hide-scrollbars",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add(1, "--no-sandbox");
        }
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("chromium.log").toFile())
                .start();
        return new Chromium(process, profile, URI.create("http://127.0.0.1:" + portOf(process, profile)));
    }

    private static String portOf(Process process, Path profile) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            try {
                List<String> lines = Files.readAllLines(profile.resolve("DevToolsActivePort"));
                if (lines.size() > 1) {
                    return lines.get(0);
                }
            } catch (NoSuchFileException notYet) {
                // written once the browser listens
            }
            Thread.sleep(50);
        }
        process.destroyForcibly();
        throw new IOException("The browser did not start: "
                + Files.readString(profile.resolve("chromium.log")).strip());
    }

    /** Opens an empty page of its own. */
    BrowserPage newPage() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(devTools.resolve("/json/new?about:blank"))
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        JsonNode target =
                JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
        return new BrowserPage(
                http, URI.create(target.get("webSocketDebuggerUrl").asText()));
    }

    @Override
    public void close() throws InterruptedException {
        List<ProcessHandle> family = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        process.destroy();
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        family.forEach(ProcessHandle::destroyForcibly);
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException | UncheckedIOException left) {
            // a last helper process still wrote: the temp directory is cleaned by the system
        }
    }
}
