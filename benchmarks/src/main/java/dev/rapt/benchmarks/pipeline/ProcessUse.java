package dev.rapt.benchmarks.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a process has used so far, as Linux counts it: processor time in steps of 10 ms, memory in kilobytes. */
final class ProcessUse {

    /** Of {@code getconf CLK_TCK}: a constant of Linux's interface. */
    private static final long TICK_MILLIS = 10;

    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;

    private final Path directory;

    ProcessUse(long pid) {
        directory = Path.of("/proc", Long.toString(pid));
    }

    /** Processor time of all its threads, those that have ended included. */
    long cpuMillis() {
        return cpuMillis(read(directory.resolve("stat")));
    }

    /** Processor time of its living threads by their names without numbers; native ones and the JVM's own included. */
    Map<String, Long> cpuMillisByThread() {
        Map<String, Long> sums = new TreeMap<>();
        try (Stream<Path> threads = Files.list(directory.resolve("task"))) {
            for (Path thread : threads.toList()) {
                String stat = readIfThere(thread.resolve("stat"));
                if (!stat.isEmpty()) {
                    String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'))
                            .replaceAll("[-#]?\\d+", "");
                    sums.merge(name, cpuMillis(stat), Long::sum);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sums;
    }

    /** Memory that is in use and not only reserved: heap, code, native memory, stacks and mapped files. */
    double residentMegabytes() {
        return status("VmRSS") / 1024.0;
    }

    /** The most that it ever was. */
    double mostResidentMegabytes() {
        return status("VmHWM") / 1024.0;
    }

    private long status(String name) {
        return read(directory.resolve("status"))
                .lines()
                .filter(line -> line.startsWith(name + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    private static long cpuMillis(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return TICK_MILLIS * (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The process is gone", e);
        }
    }

    /** A thread may end while it is looked at. */
    private static String readIfThere(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
