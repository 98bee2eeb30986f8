package dev.rapt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The programs on docs/clients.md, run as they stand there but for the address. */
final class ClientsPage {

    /**
     * A block of the page.
     *
     * @param section the heading above it
     * @param language as the page says
     */
    record Program(String section, String language, String text) {

        boolean needsEventSource() {
            return text.contains("EventSource");
        }

        @Override
        public String toString() {
            return section + " (" + language + ")";
        }
    }

    private static final Path PAGE = Path.of("..", "docs", "clients.md");
    private static final String ADDRESS = "http://localhost:8082";
    private static final Pattern PART = Pattern.compile(
            "^## (?<section>[^\\n]+)$|^```(?<language>\\w+)\\n(?<text>.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final String EVENT_SOURCE = "--experimental-eventsource";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path directory;
    private final URI origin;

    /** @param directory where the programs run, and where their picture lies */
    ClientsPage(Path directory, URI origin) {
        this.directory = directory;
        this.origin = origin;
    }

    /** All of them, in the page's order. */
    static List<Program> programs() throws IOException {
        List<Program> programs = new ArrayList<>();
        String section = "";
        Matcher part = PART.matcher(Files.readString(PAGE));
        while (part.find()) {
            if (part.group("section") != null) {
                section = part.group("section");
            } else {
                programs.add(new Program(section, part.group("language"), part.group("text")));
            }
        }
        return programs;
    }

    /** Whether this machine's Node is new enough to have one. */
    static boolean nodeHasEventSource() throws IOException, InterruptedException {
        return new ProcessBuilder("node", EVENT_SOURCE, "--eval", "new EventSource('http://localhost:1').close()")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    /** Runs a program until it has printed all of this or has ended, which must be without a failure. */
    void run(Program program, List<String> expected) throws Exception {
        Path output = directory.resolve("output.txt");
        Process process = new ProcessBuilder(command(program))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!hasAll(output, expected) && process.isAlive()) {
                assertThat(System.nanoTime())
                        .as("%s printed in time:\n%s", program, Files.readString(output))
                        .isLessThan(deadline);
                TimeUnit.MILLISECONDS.sleep(50);
            }
            assertThat(Files.readString(output)).as(program.toString()).contains(expected);
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                assertThat(process.exitValue()).as(program.toString()).isZero();
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            process.waitFor();
        }
    }

    private static boolean hasAll(Path output, List<String> expected) throws IOException {
        String printed = Files.readString(output);
        return expected.stream().allMatch(printed::contains);
    }

    private List<String> command(Program program) throws IOException {
        String text = program.text().replace(ADDRESS, origin.toString());
        return switch (program.language()) {
            case "bash" -> List.of("bash", "-e", file("program.sh", text));
            case "javascript" ->
                program.needsEventSource()
                        ? List.of("node", EVENT_SOURCE, file("program.mjs", text))
                        : List.of("node", file("program.mjs", text));
            case "java" ->
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        file("RaptClient.java", text));
            default -> throw new AssertionError("No way to run " + program);
        };
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text, StandardCharsets.UTF_8)
                .getFileName()
                .toString();
    }
}
