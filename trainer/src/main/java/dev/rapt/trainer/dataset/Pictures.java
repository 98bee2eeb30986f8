package dev.rapt.trainer.dataset;

import java.util.List;

/** Pictures that were read, and what their reader should know about them: what was left out, which split it is. */
public record Pictures(List<LabelledImage> images, List<String> notes) {
    public Pictures {
        images = List.copyOf(images);
        notes = List.copyOf(notes);
    }
}
