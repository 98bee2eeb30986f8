package dev.rapt.detector.frame;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.opencv.core.Mat;

/** Owns matrices and other native objects and releases them together, newest first. Not safe for several threads at once. */
public final class NativeScope implements AutoCloseable {
    private final Deque<Runnable> releases = new ArrayDeque<>();

    /** Takes the matrix over. */
    public <M extends Mat> M keep(M mat) {
        return keep(mat, Mat::release);
    }

    /** Takes the object over; it is given to the release at the end. */
    public <T> T keep(T object, Consumer<? super T> release) {
        releases.push(() -> release.accept(object));
        NativeObjects.opened();
        return object;
    }

    /** Releases everything. Further calls do nothing. */
    @Override
    public void close() {
        while (!releases.isEmpty()) {
            releases.pop().run();
            NativeObjects.closed();
        }
    }
}
