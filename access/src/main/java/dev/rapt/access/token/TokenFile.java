package dev.rapt.access.token;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.logging.Logger;

/**
 * The tokens file, read again when its bytes have changed, which also sees a mounted secret that was replaced as a whole.
 * A file that can't be read any more, or isn't right, changes nothing and is told of once. Any thread may call anything.
 */
final class TokenFile {

    private static final Logger LOG = Logger.getLogger(TokenFile.class);
    private static final int MOST_BYTES = 1 << 20;

    private final Path path;
    private volatile TokenList list;
    private String last;

    /** @throws IllegalStateException if it can't be read or isn't right */
    TokenFile(Path path) {
        this.path = path;
        try {
            last = text();
            list = TokenList.read(last);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("The tokens file " + path + " can't be used: " + why(e));
        }
        LOG.infof("%d tokens are known, from %s", list.size(), path);
    }

    TokenList list() {
        return list;
    }

    /** Looks whether it has changed. */
    synchronized void check() {
        String now;
        try {
            now = text();
        } catch (IOException e) {
            now = "";
        }
        if (now.equals(last)) {
            return;
        }
        last = now;
        try {
            // An empty file is more likely one that is being written than the wish to lock everybody out
            if (now.isBlank()) {
                throw new IllegalArgumentException("It is empty or can't be read");
            }
            list = TokenList.read(now);
            LOG.infof("The tokens file has changed: %d tokens are known", list.size());
        } catch (IllegalArgumentException e) {
            LOG.errorf("The tokens file has changed and can't be used, so what was known stays: %s", e.getMessage());
        }
    }

    private String text() throws IOException {
        if (Files.size(path) > MOST_BYTES) {
            throw new IOException("larger than 1 MiB");
        }
        return Files.readString(path, StandardCharsets.UTF_8);
    }

    private static String why(Exception e) {
        return e instanceof IllegalArgumentException
                ? e.getMessage()
                : e.getClass().getSimpleName();
    }
}
