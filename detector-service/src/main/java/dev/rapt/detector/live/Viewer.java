package dev.rapt.detector.live;

/** Somebody who watches a meeting. */
public final class Viewer {

    private final String meetingId;
    private final Sink sink;
    /** Of the drawing thread alone. */
    private byte[] last;

    /** Where the pictures go. Neither call may wait. */
    public interface Sink {

        /** A picture that wasn't sent yet. */
        void show(byte[] jpeg);

        /** There is nothing more to come. */
        void end();
    }

    Viewer(String meetingId, Sink sink) {
        this.meetingId = meetingId;
        this.sink = sink;
    }

    String meetingId() {
        return meetingId;
    }

    void show(byte[] jpeg) {
        if (jpeg != last) {
            last = jpeg;
            sink.show(jpeg);
        }
    }

    void end() {
        sink.end();
    }
}
