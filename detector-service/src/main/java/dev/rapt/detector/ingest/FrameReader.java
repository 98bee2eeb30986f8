package dev.rapt.detector.ingest;

import dev.rapt.detector.FrameReading;
import dev.rapt.detector.face.FaceTrack;
import dev.rapt.detector.frame.UnreadableImageException;
import java.time.Instant;
import java.util.Optional;

/** Finds the faces of a frame; {@link dev.rapt.detector.FramePipeline#read} in production. */
@FunctionalInterface
public interface FrameReader {

    /**
     * @param last what the participant's last frame left to remember; any process may get any frame, so it may be unknown
     * @throws UnreadableImageException when the picture doesn't decode
     * @throws NotReadyException when the models aren't loaded yet
     */
    FrameReading read(byte[] picture, Instant capturedAt, Optional<FaceTrack> last)
            throws UnreadableImageException, NotReadyException;
}
