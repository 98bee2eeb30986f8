package dev.rapt.classifier.model;

import java.util.concurrent.atomic.AtomicLong;

/** Counts the objects of the runtime that hold native memory, so that a test can see that all are closed. */
final class NativeObjects {

    private static final AtomicLong LIVE = new AtomicLong();

    private NativeObjects() {}

    static <T extends AutoCloseable> Held<T> hold(T object) {
        LIVE.incrementAndGet();
        return new Held<>(object);
    }

    static long live() {
        return LIVE.get();
    }

    /** An object that is counted until it is closed; to be closed once. */
    record Held<T extends AutoCloseable>(T object) implements AutoCloseable {
        @Override
        public void close() {
            try {
                object.close();
            } catch (Exception e) {
                throw new ModelException("The runtime didn't close an object", e);
            } finally {
                LIVE.decrementAndGet();
            }
        }
    }
}
