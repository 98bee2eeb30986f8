package dev.rapt.demo.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * One process of the demo.
 *
 * @param name what the terminal calls it
 * @param command what to run; the same every time, so that a restart has the same ports and directories
 * @param log where its output goes, appended across restarts
 */
public record ChildSpec(String name, List<String> command, Path log) {
    public ChildSpec {
        Objects.requireNonNull(name);
        Objects.requireNonNull(log);
        command = List.copyOf(command);
    }
}
