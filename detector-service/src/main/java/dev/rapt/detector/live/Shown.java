package dev.rapt.detector.live;

import dev.rapt.detector.AbsenceReason;
import dev.rapt.detector.FrameFindings;
import dev.rapt.detector.face.Box;
import dev.rapt.detector.ingest.gallery.GalleryOutcome;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** What is kept of one frame: its picture and where the faces are, or only why there is none to be shown. */
sealed interface Shown {

    /**
     * @param picture encoded, as it came; shared, not copied
     * @param width in pixels as displayed, which the faces' boxes refer to
     */
    record Picture(byte[] picture, int width, int height, List<Face> faces) implements Shown {
        public Picture {
            Objects.requireNonNull(picture);
            faces = List.copyOf(faces);
        }

        /** Never the picture, so that it can't get into a log by accident. */
        @Override
        public String toString() {
            return "Picture[" + picture.length + " bytes, " + faces.size() + " faces]";
        }
    }

    /**
     * There is nobody to be shown, so the picture isn't kept.
     *
     * @param reason as it is to be read
     */
    record Nobody(String reason) implements Shown {
        public Nobody {
            Objects.requireNonNull(reason);
        }

        Nobody(AbsenceReason reason) {
            this(reason.reason().replace('-', ' '));
        }
    }

    /** @param participantId whom the face stands for; empty when it is only there too */
    record Face(Box box, String participantId) {
        public Face {
            Objects.requireNonNull(box);
            Objects.requireNonNull(participantId);
        }
    }

    /** Bytes that are kept of it. */
    default int bytes() {
        return this instanceof Picture picture ? picture.picture().length : 0;
    }

    /** A participant's own frame. */
    static Shown of(String participantId, byte[] picture, FrameFindings findings) {
        if (findings.primary().isEmpty()) {
            return new Nobody(findings.absence().orElse(AbsenceReason.NO_FACE));
        }
        int primary = findings.primary().getAsInt();
        List<Face> faces = IntStream.range(0, findings.faces().size())
                .mapToObj(i -> new Face(findings.faces().get(i).box(), i == primary ? participantId : ""))
                .toList();
        return new Picture(picture, findings.width(), findings.height(), faces);
    }

    /** A picture of many participants, with the faces that stand for somebody. */
    static Shown of(byte[] picture, List<GalleryOutcome.Participant> participants) {
        List<Face> faces = participants.stream()
                .flatMap(participant -> participant.findings().primaryFace().stream()
                        .map(face -> new Face(face.box(), participant.participantId())))
                .toList();
        if (faces.isEmpty()) {
            return new Nobody(AbsenceReason.NO_FACE);
        }
        FrameFindings any = participants.get(0).findings();
        return new Picture(picture, any.width(), any.height(), faces);
    }
}
