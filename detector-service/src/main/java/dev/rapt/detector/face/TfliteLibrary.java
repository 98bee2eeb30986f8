package dev.rapt.detector.face;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.tensorflowlite.global.tensorflowlite;

/** TensorFlow Lite's native library, loaded once in a process. */
final class TfliteLibrary {

    private TfliteLibrary() {}

    /**
     * Loads the library if that hasn't happened yet; cheap afterwards, safe for any thread.
     *
     * @throws IllegalStateException when there is no library for this platform or it doesn't load
     */
    static void load() {
        try {
            Holder.touch();
        } catch (LinkageError failed) {
            throw new IllegalStateException(
                    "TensorFlow Lite does not load on " + System.getProperty("os.name") + " "
                            + System.getProperty("os.arch")
                            + "; with rapt.detector.vision.runtime=opencv the detector does without it.",
                    failed);
        }
    }

    private static final class Holder {
        static {
            // By default its binding refuses memory once the whole process is four times as large as the Java heap may
            // be
            System.getProperties().putIfAbsent("org.bytedeco.javacpp.maxPhysicalBytes", "0");
            // Whoever opens closes; nothing is left to the collector
            System.getProperties().putIfAbsent("org.bytedeco.javacpp.nopointergc", "true");
            Loader.load(tensorflowlite.class);
        }

        static void touch() {
            // Running the initialiser is all
        }
    }
}
