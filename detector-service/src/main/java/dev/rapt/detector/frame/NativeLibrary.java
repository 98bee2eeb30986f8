package dev.rapt.detector.frame;

import nu.pattern.OpenCV;
import org.opencv.core.Core;

/**
 * OpenCV's native library, loaded once per class loader: from {@code java.library.path} where it is there, as in the
 * image; else each loader extracts its own copy, so that two of them in one process (Quarkus' tests) don't get into each
 * other's way.
 */
public final class NativeLibrary {

    private NativeLibrary() {}

    /**
     * Loads the library if that hasn't happened yet; cheap afterwards, safe for any thread.
     *
     * @throws IllegalStateException when there is no library for this platform or it doesn't load
     */
    public static void load() {
        try {
            Holder.touch();
        } catch (ExceptionInInitializerError | NoClassDefFoundError failed) {
            throw new IllegalStateException(
                    "OpenCV's native library does not load on " + System.getProperty("os.name") + " "
                            + System.getProperty("os.arch") + ": it needs glibc 2.29 or later and a writable temp"
                            + " directory.",
                    failed);
        }
    }

    private static final class Holder {
        static {
            loadLibrary();
            // Frames are worked on side by side; threads inside one frame would only contend with that
            Core.setNumThreads(1);
        }

        private static void loadLibrary() {
            try {
                System.loadLibrary(Core.NATIVE_LIBRARY_NAME);
            } catch (UnsatisfiedLinkError elsewhere) {
                OpenCV.loadLocally();
            }
        }

        static void touch() {
            // Running the initialiser is all
        }
    }
}
