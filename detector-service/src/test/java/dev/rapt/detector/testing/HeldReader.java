package dev.rapt.detector.testing;

import dev.rapt.detector.FrameReading;
import dev.rapt.detector.boot.Vision;
import dev.rapt.detector.face.FaceTrack;
import dev.rapt.detector.frame.UnreadableImageException;
import dev.rapt.detector.ingest.FrameReader;
import dev.rapt.detector.ingest.NotReadyException;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The real pipeline, which can be made to take its time over one picture. */
@Singleton
public final class HeldReader implements FrameReader {

    private final Vision vision;
    private volatile Hold hold;

    HeldReader(Vision vision) {
        this.vision = vision;
    }

    /** Holds up whoever reads this picture until the hold is closed. */
    public Hold hold(byte[] picture) {
        hold = new Hold(picture);
        return hold;
    }

    @Override
    public FrameReading read(byte[] picture, Instant capturedAt, Optional<FaceTrack> last)
            throws UnreadableImageException, NotReadyException {
        Hold now = hold;
        if (now != null && Arrays.equals(now.picture, picture)) {
            now.began.countDown();
            await(now.over);
        }
        return vision.read(picture, capturedAt, last);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Held up for too long");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A picture being held up. */
    public static final class Hold implements AutoCloseable {
        private final byte[] picture;
        private final CountDownLatch began = new CountDownLatch(1);
        private final CountDownLatch over = new CountDownLatch(1);

        private Hold(byte[] picture) {
            this.picture = picture.clone();
        }

        /** Waits until somebody reads the picture. */
        public void awaitBegin() {
            await(began);
        }

        @Override
        public void close() {
            over.countDown();
        }
    }
}
