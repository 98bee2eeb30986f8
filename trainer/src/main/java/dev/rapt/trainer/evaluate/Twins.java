package dev.rapt.trainer.evaluate;

import dev.rapt.classifier.model.GreyImage;
import dev.rapt.trainer.dataset.LabelledImage;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Pictures that stand pixel for pixel among the training pictures too: FER2013 has hundreds of them. */
public final class Twins {
    private final Set<GreyImage> training;

    /** Of these training pictures. */
    public Twins(List<LabelledImage> training) {
        this.training = training.stream().map(LabelledImage::image).collect(Collectors.toSet());
    }

    /** Whether the picture was trained on. */
    public boolean has(LabelledImage image) {
        return training.contains(image.image());
    }
}
