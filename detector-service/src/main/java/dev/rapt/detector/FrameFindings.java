package dev.rapt.detector;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a participant's frame shows: one face that stands for the participant, or the reason why there is none.
 *
 * @param width in pixels as displayed, that is with the EXIF orientation applied; boxes refer to it
 * @param height in pixels as displayed
 * @param faces all faces, from the largest to the smallest, those too small to be measured included
 * @param primary index of the face that stands for the participant; present exactly when absence is not
 */
public record FrameFindings(
        int width, int height, List<SeenFace> faces, OptionalInt primary, Optional<AbsenceReason> absence) {

    public FrameFindings {
        faces = List.copyOf(faces);
        Objects.requireNonNull(primary);
        Objects.requireNonNull(absence);
        if (primary.isPresent() == absence.isPresent()) {
            throw new IllegalArgumentException("a frame has either a primary face or a reason for its absence");
        }
        if (primary.isPresent()) {
            Objects.checkIndex(primary.getAsInt(), faces.size());
        }
    }

    /** The face that stands for the participant. */
    public Optional<SeenFace> primaryFace() {
        return primary.isPresent() ? Optional.of(faces.get(primary.getAsInt())) : Optional.empty();
    }

    /** The findings of a frame that shows one face, which counts unless it can't be seen well enough. */
    public static FrameFindings ofOne(int width, int height, SeenFace face) {
        Optional<AbsenceReason> flaw = face.flaw().flatMap(FaceFlaw::absence);
        OptionalInt primary = flaw.isPresent() ? OptionalInt.empty() : OptionalInt.of(0);
        return new FrameFindings(width, height, List.of(face), primary, flaw);
    }

    /** The findings of a frame that shows nobody. */
    public static FrameFindings ofNobody(int width, int height, AbsenceReason reason) {
        return new FrameFindings(width, height, List.of(), OptionalInt.empty(), Optional.of(reason));
    }
}
