package dev.rapt.audit.log;

import dev.rapt.audit.Action;
import dev.rapt.audit.AuditEntry;
import dev.rapt.audit.Chain;
import dev.rapt.audit.Deed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Writes a process's chain on a thread of its own: all that waits at once, and nothing more until Kafka has acknowledged
 * it. When it isn't known what became of an entry, the chain is left as it is and another one begins, so that a chain
 * never has a gap that nobody made.
 */
final class Appender implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Appender.class);
    private static final int TOGETHER = 64;
    private static final Duration LOOK = Duration.ofMillis(200);

    private final AuditSettings settings;
    private final LogTail tail;
    private final BlockingQueue<Waiting> queue;
    private final AuditProducer producer;
    private final Thread thread = new Thread(this::run, "rapt-audit");
    private volatile boolean open = true;
    private Optional<Chain> chain = Optional.empty();
    private long witnessed = -1;
    private String complaint = "";
    private long lastWritten = System.nanoTime();

    Appender(Map<String, Object> kafka, AuditSettings settings, LogTail tail) {
        this.settings = settings;
        this.tail = tail;
        this.queue = new LinkedBlockingQueue<>(settings.waiting());
        this.producer = new AuditProducer(kafka, settings);
        thread.setDaemon(true);
    }

    void open() {
        thread.start();
    }

    CompletionStage<Void> append(Deed deed) {
        CompletableFuture<Void> written = new CompletableFuture<>();
        long deadline = System.nanoTime() + settings.patience().toNanos();
        Waiting waiting = new Waiting(deed, Instant.now(), deadline, written);
        if (!open || !queue.offer(waiting)) {
            waiting.failed(new NotWrittenException(open ? "Too many entries wait" : "The audit log is closed"));
        }
        return written;
    }

    @Override
    public void close() {
        open = false;
        try {
            thread.join(settings.patience().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close(settings.patience());
        fail(new ArrayList<>(queue), new NotWrittenException("The audit log is closed"));
    }

    private void run() {
        try {
            while (open || !queue.isEmpty()) {
                Waiting first = queue.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                List<Waiting> group = new ArrayList<>();
                if (first != null) {
                    group.add(first);
                    queue.drainTo(group, TOGETHER - 1);
                }
                write(group);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<Waiting> group) throws InterruptedException {
        Optional<Tail> seen = tail.seen();
        if (seen.isEmpty()) {
            await(group);
            return;
        }
        List<Waiting> timely =
                group.stream().filter(waiting -> !waiting.isLate()).toList();
        fail(group.stream().filter(Waiting::isLate).toList(), new NotWrittenException("It waited too long"));
        List<AuditEntry> entries = entries(timely, seen.get());
        if (entries.isEmpty()) {
            return;
        }
        try {
            producer.write(entries);
            lastWritten = System.nanoTime();
            complaint = "";
            timely.forEach(waiting -> waiting.written().complete(null));
        } catch (NotWrittenException e) {
            complain(e.getMessage());
            chain = Optional.empty();
            fail(timely, e);
            if (timely.isEmpty()) {
                // Nobody waits; the next attempt may
                Thread.sleep(LOOK.toMillis());
            }
        }
    }

    private void complain(String why) {
        if (!why.equals(complaint)) {
            LOG.warnf("The audit log can't be written: %s", why);
            complaint = why;
        }
    }

    /** Puts those back that may still wait until the log can be read. */
    private void await(List<Waiting> group) throws InterruptedException {
        NotWrittenException why = new NotWrittenException(tail.obstacle().orElse("The audit log can't be read."));
        for (Waiting waiting : group) {
            if (!open || waiting.isLate() || !queue.offer(waiting)) {
                waiting.failed(why);
            }
        }
        if (!group.isEmpty()) {
            Thread.sleep(LOOK.toMillis() / 10);
        }
    }

    private List<AuditEntry> entries(List<Waiting> group, Tail seen) {
        List<AuditEntry> entries = new ArrayList<>();
        if (chain.isEmpty()) {
            Chain begun = Chain.of(settings.service());
            entries.add(begun.begin(seen.head(), Instant.now()));
            chain = Optional.of(begun);
            tail.own(begun.writer());
        }
        Chain now = chain.get();
        group.forEach(waiting -> entries.add(now.next(seen.head(), waiting.at(), waiting.deed())));
        if (entries.isEmpty() && seen.told() > witnessed && isIdle()) {
            entries.add(now.next(seen.head(), Instant.now(), Deed.ofService(Action.WITNESS, List.of(), "")));
        }
        if (!entries.isEmpty()) {
            witnessed = seen.head().offset();
        }
        return entries;
    }

    private boolean isIdle() {
        return System.nanoTime() - lastWritten >= settings.witnessEvery().toNanos();
    }

    private static void fail(List<Waiting> group, NotWrittenException why) {
        group.forEach(waiting -> waiting.failed(why));
    }
}
