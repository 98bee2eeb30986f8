package dev.rapt.detector.ingest;

/**
 * A bound on the frames on their way and on the bytes of their pictures. What doesn't fit is refused at once, never
 * queued. Any thread may call anything.
 */
public final class Room {

    private final int maxFrames;
    private final long maxBytes;
    private int frames;
    private long bytes;

    public Room(int maxFrames, long maxBytes) {
        this.maxFrames = maxFrames;
        this.maxBytes = maxBytes;
    }

    /** Takes room for more, or changes nothing and returns false. */
    public synchronized boolean take(int moreFrames, long moreBytes) {
        if (frames + moreFrames > maxFrames || bytes + moreBytes > maxBytes) {
            return false;
        }
        frames += moreFrames;
        bytes += moreBytes;
        return true;
    }

    /** Gives back what was taken. */
    public synchronized void giveBack(int fewerFrames, long fewerBytes) {
        frames -= fewerFrames;
        bytes -= fewerBytes;
    }

    /** Frames that hold room now. */
    public synchronized int frames() {
        return frames;
    }

    /** Bytes that are held now. */
    public synchronized long bytes() {
        return bytes;
    }
}
