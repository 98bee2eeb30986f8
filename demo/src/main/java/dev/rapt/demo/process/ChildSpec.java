package dev.rapt.demo.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One process of the demo.
 *
 * @param name what the terminal calls it
 * @param command what to run; the same every time, so that a restart has the same ports and directories
 * @param log where its output goes, appended across restarts
 * @param secrets what is set in its environment, where other users of the machine don't see it
 */
public record ChildSpec(String name, List<String> command, Path log, Map<String, String> secrets) {
    public ChildSpec {
        Objects.requireNonNull(name);
        Objects.requireNonNull(log);
        command = List.copyOf(command);
        secrets = Map.copyOf(secrets);
    }

    public ChildSpec(String name, List<String> command, Path log) {
        this(name, command, log, Map.of());
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return name + " " + command;
    }
}
