package dev.rapt.detector.books;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The books of the detector. The unit is one frame of one participant.
 *
 * <p>{@code received = published + absent + rejected + skipped + failed + inFlight} holds in every snapshot,
 * however many threads write: a frame is received and in flight in one step, and leaves flight for exactly one of
 * the other accounts in one step. Refusals count too, those for overload included. Any thread may call anything.
 */
public final class Books {

    private final Map<RefusalReason, Long> rejected = zeros(RefusalReason.class);
    private final Map<SkipReason, Long> skipped = zeros(SkipReason.class);
    private final Map<FailureReason, Long> failed = zeros(FailureReason.class);
    private long received;
    private long published;
    private long absent;
    private long inFlight;

    /** Receives a frame: it is in flight until the returned entry is closed. */
    public synchronized Entry open() {
        received++;
        inFlight++;
        return new Entry();
    }

    /** All accounts at one instant. */
    public synchronized BooksSnapshot snapshot() {
        return new BooksSnapshot(received, published, absent, rejected, skipped, failed, inFlight);
    }

    private static <E extends Enum<E>> Map<E, Long> zeros(Class<E> reasons) {
        Map<E, Long> counts = new EnumMap<>(reasons);
        for (E reason : reasons.getEnumConstants()) {
            counts.put(reason, 0L);
        }
        return counts;
    }

    /** A frame in flight. The first call that closes it counts, further ones return false and change nothing. */
    public final class Entry {

        private final AtomicBoolean open = new AtomicBoolean(true);

        private Entry() {}

        /** Kafka has acknowledged a record with the participant's face. */
        public boolean published() {
            return close(() -> published++);
        }

        /** Kafka has acknowledged a record that says why there is no face. */
        public boolean absent() {
            return close(() -> absent++);
        }

        /** Nothing was published, because of the frame or because of the load. */
        public boolean rejected(RefusalReason reason) {
            return close(() -> rejected.merge(reason, 1L, Long::sum));
        }

        /** Nothing was published, on purpose. */
        public boolean skipped(SkipReason reason) {
            return close(() -> skipped.merge(reason, 1L, Long::sum));
        }

        /** Nothing was acknowledged, because of the detector or of Kafka. */
        public boolean failed(FailureReason reason) {
            return close(() -> failed.merge(reason, 1L, Long::sum));
        }

        private boolean close(Runnable account) {
            if (!open.compareAndSet(true, false)) {
                return false;
            }
            synchronized (Books.this) {
                inFlight--;
                account.run();
            }
            return true;
        }
    }
}
