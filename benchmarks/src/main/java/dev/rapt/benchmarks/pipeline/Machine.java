package dev.rapt.benchmarks.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The machine that the figures are of, in one line, with how busy it was already. */
final class Machine {

    private Machine() {}

    static String described() throws IOException {
        return String.format(
                "%d cores of an %s, %d GB of memory, Linux %s, JDK %s; load average %s before the run",
                Runtime.getRuntime().availableProcessors(),
                first(Path.of("/proc/cpuinfo"), "model name"),
                Math.round(Long.parseLong(
                                first(Path.of("/proc/meminfo"), "MemTotal").replaceAll("\\D", ""))
                        / 1048576.0),
                System.getProperty("os.version"),
                System.getProperty("java.version"),
                load());
    }

    /** The load average of the last minute. */
    static String load() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
    }

    private static String first(Path file, String name) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .findFirst()
                    .orElse("unknown");
        }
    }
}
