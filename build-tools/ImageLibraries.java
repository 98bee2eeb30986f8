import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Takes the native libraries out of the jars of an image: those of the image's platform go to a folder, from which the
 * process maps them, and those of all other platforms go nowhere. A library that stays in its jar is copied to /tmp with
 * every start, and with /tmp in memory it counts against the container's memory twice.
 *
 * <p>Use: {@code java ImageLibraries.java JARS_FOLDER PLATFORM OUTPUT_FOLDER}, the platform {@code linux-x86_64} or
 * {@code linux-arm64}. Only jars that are known here are touched. Exit status 1 and one sentence when one of them has
 * nothing for the platform.
 */
public final class ImageLibraries {

    /** The jars that are emptied; those of javacpp and TensorFlow Lite are of one platform each. */
    private static final Pattern JARS = Pattern.compile(
            "(.*\\.)?(opencv-\\d|onnxruntime-\\d|rocksdbjni-\\d|tensorflow-lite-\\d.*-linux-|javacpp-\\d.*-linux-).*\\.jar");

    private static final Pattern NATIVE =
            Pattern.compile(".*\\.(so(\\.\\d+)*|dll|dylib|jnilib)|.*\\.dSYM/.*|.*\\.sha1");

    private static final Map<String, Pattern> OF_PLATFORM = Map.of(
            "linux-x86_64", Pattern.compile(".*/(linux/x86_64|linux-x64|linux-x86_64)/[^/]+\\.so|librocksdbjni-linux64\\.so"),
            "linux-arm64", Pattern.compile(".*/(linux/ARMv8|linux-aarch64|linux-arm64)/[^/]+\\.so|librocksdbjni-linux-aarch64\\.so"));

    private ImageLibraries() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Pattern wanted = OF_PLATFORM.get(args[1]);
        if (wanted == null) {
            fail(args[1] + " is no platform of an image; linux-x86_64 and linux-arm64 are.");
        }
        Path output = Files.createDirectories(Path.of(args[2]));
        List<Path> jars;
        try (Stream<Path> files = Files.walk(folder)) {
            jars = files.filter(file -> JARS.matcher(file.getFileName().toString()).matches())
                    .toList();
        }
        for (Path jar : jars) {
            if (empty(jar, wanted, output) == 0) {
                fail(jar.getFileName() + " has no library for " + args[1] + ".");
            }
        }
    }

    private static int empty(Path jar, Pattern wanted, Path output) throws IOException {
        int taken = 0;
        Path lighter = jar.resolveSibling(jar.getFileName() + ".lighter");
        try (ZipFile from = new ZipFile(jar.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(lighter))) {
            Enumeration<? extends ZipEntry> entries = from.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (!NATIVE.matcher(entry.getName()).matches()) {
                    copy(from, entry, to);
                } else if (wanted.matcher(entry.getName()).matches()) {
                    try (InputStream library = from.getInputStream(entry)) {
                        Path target = output.resolve(Path.of(entry.getName()).getFileName());
                        Files.copy(library, target, StandardCopyOption.REPLACE_EXISTING);
                        taken++;
                    }
                }
            }
        }
        // Not over the file itself: it may be a link to the one that Maven built
        Files.delete(jar);
        Files.move(lighter, jar);
        return taken;
    }

    private static void copy(ZipFile from, ZipEntry entry, ZipOutputStream to) throws IOException {
        ZipEntry copied = new ZipEntry(entry.getName());
        copied.setTime(entry.getTime());
        to.putNextEntry(copied);
        try (InputStream content = from.getInputStream(entry)) {
            content.transferTo((OutputStream) to);
        }
        to.closeEntry();
    }

    private static void fail(String why) {
        System.err.println("[ERROR] " + why);
        System.exit(1);
    }
}
