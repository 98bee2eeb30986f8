package dev.rapt.detector.frame;

import java.util.Objects;

/** What a look at a picture's header says: worth decoding, or refused with the reason. */
public sealed interface ImageCheck permits ImageCheck.Readable, ImageCheck.Refused {

    /** The header is whole and within the limits. The pixels may still turn out to be corrupt. */
    record Readable(ImageHeader header) implements ImageCheck {
        public Readable {
            Objects.requireNonNull(header);
        }
    }

    /**
     * Not worth decoding.
     *
     * @param detail one sentence for the caller; figures of the header at most, never content
     */
    record Refused(ImageRefusal refusal, String detail) implements ImageCheck {
        public Refused {
            Objects.requireNonNull(refusal);
            Objects.requireNonNull(detail);
        }
    }
}
