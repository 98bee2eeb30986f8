package dev.rapt.benchmarks.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Another process that measures itself and says what it found in a last line {@code RESULT millis share}. */
final class Child {

    /**
     * What it found.
     *
     * @param millisAFrame processor time of the whole process
     * @param scored share of the frames in which a face was found and scored
     */
    record Result(double millisAFrame, double scored) {}

    private Child() {}

    /** This program once more, in a JVM of its own with these options. */
    static Result java(List<String> jvm, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of("-jar", "benchmarks/target/benchmarks.jar"));
        command.addAll(Arrays.asList(arguments));
        return run(command);
    }

    static Result run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed:\n" + said);
        }
        String[] result = said.lines()
                .filter(line -> line.startsWith("RESULT "))
                .reduce((first, last) -> last)
                .orElseThrow(() -> new IllegalStateException("No result:\n" + said))
                .split(" ");
        return new Result(Double.parseDouble(result[1]), Double.parseDouble(result[2]));
    }
}
