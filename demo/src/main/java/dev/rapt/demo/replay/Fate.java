package dev.rapt.demo.replay;

/** What came of a frame, by its acknowledgement. */
public enum Fate {
    PUBLISHED,
    ABSENT,
    REJECTED,
    SKIPPED,
    FAILED;

    /** Whether the pipe has taken the frame in, so that it must be scored and counted. */
    public boolean accepted() {
        return this == PUBLISHED || this == ABSENT;
    }
}
