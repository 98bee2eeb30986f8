package dev.rapt.detector.frame;

import java.util.concurrent.atomic.AtomicLong;

/** Counts the native objects that are open in this process: matrices, models and networks. */
public final class NativeObjects {
    private static final AtomicLong LIVE = new AtomicLong();

    private NativeObjects() {}

    /** Opened and not yet closed. Zero when no pipeline is open; constant between the frames of an open one. */
    public static long live() {
        return LIVE.get();
    }

    /** To be called by whoever opens a native object. */
    public static void opened() {
        LIVE.incrementAndGet();
    }

    /** To be called by whoever closed what it had opened. */
    public static void closed() {
        LIVE.decrementAndGet();
    }
}
