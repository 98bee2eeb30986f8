package dev.rapt.aggregator.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Knows whether the other end is gone, and for how long it has taken nothing. Written by one thread, watched by any. */
final class WatchedStream extends OutputStream {

    private static final long NOT_WAITING = 0;

    private final OutputStream out;
    private final BooleanSupplier gone;
    private volatile long waitingSince = NOT_WAITING;

    WatchedStream(OutputStream out, BooleanSupplier gone) {
        this.out = out;
        this.gone = gone;
    }

    /** How long the write that goes on now has lasted; nothing when none does. */
    Duration stalledFor() {
        long since = waitingSince;
        return since == NOT_WAITING ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        begin();
        try {
            out.write(bytes, from, length);
        } finally {
            waitingSince = NOT_WAITING;
        }
    }

    @Override
    public void flush() throws IOException {
        begin();
        try {
            out.flush();
        } finally {
            waitingSince = NOT_WAITING;
        }
    }

    private void begin() throws IOException {
        // What is written to a closed connection is dropped without a word
        if (gone.getAsBoolean()) {
            throw new IOException("The client went away");
        }
        long now = System.nanoTime();
        waitingSince = now == NOT_WAITING ? 1 : now;
    }
}
