package dev.rapt.access.limit;

/**
 * A token bucket: it fills at a steady rate up to its size, and each request takes one out. It begins full. Any thread may
 * call it.
 */
final class Bucket {

    private static final double NANOS = 1e9;

    private final double perNano;
    private final double size;
    private double content;
    private long filledAt;

    /**
     * @param perSecond how many come in
     * @param size how many there can be
     * @param now of a clock of nanoseconds
     */
    Bucket(double perSecond, double size, long now) {
        this.perNano = perSecond / NANOS;
        this.size = Math.max(1, size);
        this.content = this.size;
        this.filledAt = now;
    }

    /** Takes one out if there is one. */
    synchronized boolean take(long now) {
        fill(now);
        if (content < 1) {
            return false;
        }
        content--;
        return true;
    }

    /** In how many nanoseconds there will be one. */
    synchronized long nanosToNext(long now) {
        fill(now);
        return content >= 1 ? 0 : (long) Math.ceil((1 - content) / perNano);
    }

    private void fill(long now) {
        content = Math.min(size, content + Math.max(0, now - filledAt) * perNano);
        filledAt = Math.max(filledAt, now);
    }
}
