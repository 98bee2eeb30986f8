package dev.rapt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small file system of its own in the place of a directory, so that it can be filled up. Linux, and root only. */
final class SmallDisk implements AutoCloseable {

    private static final int MEGABYTES = 256;

    private final Path directory;
    private final Path filler;

    private SmallDisk(Path directory) {
        this.directory = directory;
        this.filler = directory.resolve("filler");
    }

    /** Whether this user may mount a file system here, which containers often forbid. */
    static boolean mayBeMounted() throws Exception {
        Path directory = Files.createTempDirectory("small-disk");
        try {
            return run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", directory.toString()) == 0
                    && run("umount", directory.toString()) == 0;
        } catch (IOException e) {
            // There is no such command
            return false;
        } finally {
            Files.deleteIfExists(directory);
        }
    }

    /** Covers a directory, which seems empty then. */
    static SmallDisk over(Path directory) throws Exception {
        assertThat(run("mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m", "tmpfs", directory.toString()))
                .as("mount over %s", directory)
                .isZero();
        return new SmallDisk(directory);
    }

    /** Leaves not a byte. */
    void fill() throws IOException {
        for (int piece : new int[] {1 << 20, 1 << 12}) {
            try (OutputStream out = Files.newOutputStream(
                    filler, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND)) {
                for (int written = 0; written < MEGABYTES << 20; written += piece) {
                    out.write(new byte[piece]);
                }
                throw new AssertionError(filler + " doesn't end");
            } catch (IOException e) {
                // Full, which is what was wanted
                assertThat(e).hasMessageContaining("space");
            }
        }
    }

    /** Gives the space back. */
    void free() throws IOException {
        Files.delete(filler);
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** Shows the directory again as it was, also while a process still has files open in the other. */
    @Override
    public void close() throws Exception {
        assertThat(run("umount", "-l", directory.toString())).as("umount").isZero();
    }
}
