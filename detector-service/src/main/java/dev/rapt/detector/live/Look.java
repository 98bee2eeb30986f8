package dev.rapt.detector.live;

import java.util.Objects;

/** What comes of somebody's wish to look at a meeting. */
public sealed interface Look {

    /** @param jpeg the picture; shared, not copied */
    record Picture(byte[] jpeg) implements Look {
        public Picture {
            Objects.requireNonNull(jpeg);
        }

        /** Never the picture, so that it can't get into a log by accident. */
        @Override
        public String toString() {
            return "Picture[" + jpeg.length + " bytes]";
        }
    }

    /** Pictures come from now on. @param leave ends it, however often it is called */
    record Watching(Runnable leave) implements Look {
        public Watching {
            Objects.requireNonNull(leave);
        }
    }

    /** This process holds no picture of the meeting. */
    record NotHere() implements Look {}

    /** As many look as may. */
    record Full(int maxViewers) implements Look {}
}
