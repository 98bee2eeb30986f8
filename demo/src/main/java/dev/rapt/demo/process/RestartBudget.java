package dev.rapt.demo.process;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How often a child may die before it isn't started again. Not safe for several threads. */
final class RestartBudget {

    private final int deaths;
    private final Duration window;
    private final Deque<Long> times = new ArrayDeque<>();

    RestartBudget(int deaths, Duration window) {
        this.deaths = deaths;
        this.window = window;
    }

    /** Notes a death; false when it is one too many within the window. */
    boolean spend(long nowNanos) {
        times.addLast(nowNanos);
        while (nowNanos - times.getFirst() > window.toNanos()) {
            times.removeFirst();
        }
        return times.size() < deaths;
    }
}
