package dev.rapt.detector.frame;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;

/** Owns matrices and releases them together, newest first. Not safe for several threads at once. */
public final class NativeScope implements AutoCloseable {
    private final List<Mat> mats = new ArrayList<>();

    /** Takes the matrix over. */
    public <M extends Mat> M keep(M mat) {
        mats.add(mat);
        NativeObjects.opened();
        return mat;
    }

    /** Releases all matrices. Further calls do nothing. */
    @Override
    public void close() {
        for (int i = mats.size() - 1; i >= 0; i--) {
            mats.get(i).release();
            NativeObjects.closed();
        }
        mats.clear();
    }
}
