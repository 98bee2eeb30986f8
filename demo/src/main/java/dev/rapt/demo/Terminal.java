package dev.rapt.demo;

import java.io.PrintStream;
import java.util.List;

/**
 * The demo's standard output: lines that stay and, on a real terminal, a block below them that is drawn anew. Safe for
 * several threads.
 */
final class Terminal {

    private static final String UP_AND_CLEAR = "\u001b[%dA\u001b[J";

    private final PrintStream out;
    private final boolean live;
    private List<String> block = List.of();

    /** @param live whether the output is a terminal that can move its cursor */
    Terminal(PrintStream out, boolean live) {
        this.out = out;
        this.live = live;
    }

    boolean isLive() {
        return live;
    }

    /** Prints a line that stays, above the block. */
    synchronized void say(String line) {
        erase();
        out.println(line);
        draw();
    }

    /** Replaces the block; without a live terminal it is printed once more. */
    synchronized void show(List<String> lines) {
        erase();
        block = List.copyOf(lines);
        draw();
        if (!live) {
            block = List.of();
        }
    }

    private void erase() {
        if (live && !block.isEmpty()) {
            out.printf(UP_AND_CLEAR, block.size());
        }
    }

    private void draw() {
        block.forEach(out::println);
        out.flush();
    }
}
