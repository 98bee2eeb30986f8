package dev.rapt.detector.ingest.bot;

import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Says in the log that bots send what can't be read: at most once a minute, and never a word of what was sent. */
final class Complaints {

    private static final Logger LOG = Logger.getLogger(Complaints.class);
    private static final long MINUTE = 60_000_000_000L;

    private final AtomicLong next = new AtomicLong(System.nanoTime());
    private final AtomicLong silent = new AtomicLong();

    void about(String bot, String reason) {
        long now = System.nanoTime();
        long due = next.get();
        if (now - due < 0 || !next.compareAndSet(due, now + MINUTE)) {
            silent.incrementAndGet();
            return;
        }
        LOG.warnf(
                "A message of a bot could not be taken (bot=%s, reason=%s); %d more since the last line",
                bot, reason, silent.getAndSet(0));
    }
}
