package dev.rapt.audit.log;

import dev.rapt.audit.Deed;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The audit log as one process writes it: a chain of its own in {@link dev.rapt.contracts.Topics#AUDIT}, and a reader that
 * follows what all write. Opening doesn't wait for Kafka. Any thread may call anything.
 */
public final class AuditLog implements AutoCloseable {

    private final LogTail tail;
    private final Appender appender;

    /** @param kafka the common settings of Kafka's clients */
    public AuditLog(Map<String, Object> kafka, AuditSettings settings) {
        this.tail = new LogTail(kafka, settings.service() + "-audit-tail");
        this.appender = new Appender(kafka, settings, tail);
    }

    /** Begins to read and to write. */
    public void open() {
        tail.open();
        appender.open();
    }

    /**
     * Writes an entry. The stage ends when Kafka has acknowledged it, on a thread of the log's, which must not be kept; it
     * fails when that isn't known to have happened, and the entry may then be in the log or not.
     */
    public CompletionStage<Void> append(Deed deed) {
        return appender.append(deed);
    }

    /** Why nothing can be written now; empty when nothing is known to be in the way. */
    public Optional<String> obstacle() {
        return tail.obstacle();
    }

    @Override
    public void close() {
        appender.close();
        tail.close();
    }
}
