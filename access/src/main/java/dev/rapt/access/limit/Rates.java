package dev.rapt.access.limit;

import dev.rapt.access.AccessConfig;
import dev.rapt.access.Caller;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** How fast callers may ask, and how often an address may be wrong. Any thread may call it. */
public final class Rates {

    private static final double SECONDS_A_MINUTE = 60;

    private final AccessConfig.Limits limits;
    private final LongSupplier clock;
    private final Recent<String, Bucket> callers;
    private final Recent<String, Bucket> addresses;

    /** @param clock nanoseconds */
    public Rates(AccessConfig.Limits limits, LongSupplier clock) {
        this.limits = limits;
        this.clock = clock;
        this.callers = new Recent<>(limits.remembered());
        this.addresses = new Recent<>(limits.remembered());
    }

    /** Takes a request in, or says how long to wait. */
    public Optional<Duration> wait(Caller caller) {
        int rate = caller.requestsPerSecond().orElse(limits.requestsPerSecond());
        long now = clock.getAsLong();
        // A limit that was changed is another bucket
        Bucket bucket = callers.get(
                caller.name() + ' ' + rate,
                name -> new Bucket(rate, rate * (limits.burst().toMillis() / 1000.0), now));
        return bucket.take(now) ? Optional.empty() : Optional.of(Duration.ofNanos(bucket.nanosToNext(now)));
    }

    /** Whether this address may still be wrong. */
    public boolean mayBeWrong(String address) {
        long now = clock.getAsLong();
        return bucket(address, now).nanosToNext(now) == 0;
    }

    /** It was. */
    public void wasWrong(String address) {
        long now = clock.getAsLong();
        bucket(address, now).take(now);
    }

    private Bucket bucket(String address, long now) {
        return addresses.get(
                address,
                any -> new Bucket(limits.failuresPerMinute() / SECONDS_A_MINUTE, limits.failuresPerMinute(), now));
    }
}
