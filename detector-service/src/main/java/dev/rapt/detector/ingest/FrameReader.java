package dev.rapt.detector.ingest;

import dev.rapt.detector.FrameFindings;
import dev.rapt.detector.face.Box;
import dev.rapt.detector.frame.UnreadableImageException;
import java.util.Optional;

/** Finds the faces of a frame; {@link dev.rapt.detector.FramePipeline#read} in production. */
@FunctionalInterface
public interface FrameReader {

    /**
     * @param lastFace where the participant's face was last
     * @throws UnreadableImageException when the picture doesn't decode
     * @throws NotReadyException when the models aren't loaded yet
     */
    FrameFindings read(byte[] picture, Optional<Box> lastFace) throws UnreadableImageException, NotReadyException;
}
