package dev.rapt.trainer.dataset;

import dev.rapt.classifier.model.CropException;
import dev.rapt.classifier.model.CropReader;
import dev.rapt.classifier.model.Expression;
import dev.rapt.classifier.model.GreyImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads pictures the way production does: grey by {@link CropReader}, then to the model's size. Immutable, safe from
 * many threads.
 */
public final class PictureReader {
    private static final int MAX_PIXELS = 50_000_000;

    private final CropReader crops = new CropReader(MAX_PIXELS);
    private final int width;
    private final int height;

    /** For a model that eats pictures of this size. */
    public PictureReader(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** The picture in this file; throws {@link DatasetException} that names a file that can't be read. */
    LabelledImage read(Path file, String name, Expression label) {
        try {
            return new LabelledImage(name, label, crops.read(Files.readAllBytes(file), width, height));
        } catch (CropException e) {
            throw new DatasetException(name + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new DatasetException(name + ": can't be read (" + e.getMessage() + ")", e);
        }
    }

    /** A picture that is in memory already. */
    LabelledImage fit(GreyImage image, String name, Expression label) {
        return new LabelledImage(name, label, CropReader.scale(image, width, height));
    }
}
