package dev.rapt.demo.process;

import dev.rapt.demo.DemoException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Starts the children and starts again whichever dies, with the same command after a short pause; a child that dies
 * five times within a minute ends the demo. Safe for several threads.
 */
public final class Supervisor {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Consumer<String> terminal;
    private final List<Child> children = new ArrayList<>();
    private final CompletableFuture<DemoException> failure = new CompletableFuture<>();
    private boolean stopped;

    public Supervisor(Consumer<String> terminal) {
        this.terminal = terminal;
    }

    /** Starts a child and goes on. */
    public synchronized void start(ChildSpec spec) {
        if (stopped) {
            return;
        }
        Child child = new Child(spec, terminal, failure);
        children.add(child);
        Thread thread = new Thread(child::run, "child-" + spec.name());
        thread.setDaemon(true);
        thread.start();
    }

    /** Completes when a child can't be kept alive. */
    public CompletableFuture<DemoException> failure() {
        return failure;
    }

    /** The end of the log of the child of this name. */
    public synchronized String tail(String name) {
        return children.stream()
                .filter(child -> child.name().equals(name))
                .map(Child::tail)
                .findFirst()
                .orElse("");
    }

    /** Ends all children, the last started first, and returns when none is left; does nothing the second time. */
    public synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        try {
            // The first started is the broker: the others still need it to leave in order
            List<Child> others = children.subList(Math.min(1, children.size()), children.size());
            others.forEach(Child::stop);
            for (Child child : others) {
                child.awaitEnd(PATIENCE);
            }
            children.forEach(Child::stop);
            for (Child child : children) {
                child.awaitEnd(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
