package dev.rapt.detector;

import dev.rapt.detector.face.FaceTrack;
import java.util.Objects;
import java.util.Optional;

/**
 * What one frame shows, and what to remember of it until the participant's next one.
 *
 * @param track where the participant's face is, to be handed in with the next frame; empty when the frame doesn't show it
 * @param tracked whether the face was found from where it was, without a full detection
 */
public record FrameReading(FrameFindings findings, Optional<FaceTrack> track, boolean tracked) {

    public FrameReading {
        Objects.requireNonNull(findings);
        Objects.requireNonNull(track);
    }
}
