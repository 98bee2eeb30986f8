package dev.rapt.detector;

import dev.rapt.detector.face.Box;
import dev.rapt.detector.frame.UnreadableImageException;
import java.util.Optional;

/**
 * From a picture's bytes to the faces in it: decode, detect, landmarks, aligned crop.
 *
 * <p>Any number of threads may read at once; as many as there are interpreter sets work, the others wait.
 * Native memory does not outlive a call, apart from the models, which live until {@link #close()}.
 */
public final class FramePipeline implements AutoCloseable {

    /** Loads the native library and the models. */
    public static FramePipeline open(VisionSettings settings) {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * Reads a participant's own frame. One of its faces stands for the participant: the one nearest to the
     * last box, or the largest when there is none.
     *
     * @param lastFace the box of the primary face of the participant's last frame, in the same pixels
     * @throws UnreadableImageException when the picture is refused or does not decode
     * @throws IllegalStateException after close
     */
    public FrameFindings read(byte[] image, Optional<Box> lastFace) throws UnreadableImageException {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * Reads any picture, of people near and far, at a multiple of the cost of a frame.
     *
     * @throws UnreadableImageException when the picture is refused or does not decode
     * @throws IllegalStateException after close
     */
    public PictureFindings readPicture(byte[] image) throws UnreadableImageException {
        throw new UnsupportedOperationException("not yet");
    }

    /** Does one inference with every interpreter set, so that the first frame is not the slow one. */
    public void warmUp() {
        throw new UnsupportedOperationException("not yet");
    }

    /** Waits for the frames being read and gives the models back. Further calls do nothing. */
    @Override
    public void close() {
        throw new UnsupportedOperationException("not yet");
    }
}
