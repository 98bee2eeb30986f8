package dev.rapt.trainer.card;

import dev.rapt.trainer.export.ModelIdentity;
import dev.rapt.trainer.train.TrainedModel;
import java.util.Optional;

/**
 * Everything a model card says.
 *
 * @param identity name, version, classes
 * @param file the ONNX file's name
 * @param sha256 of that file, lower-case hexadecimal
 * @param bytes its size
 * @param model the checkpoint that it came from
 * @param flipAverage whether the graph averages over the mirror image
 * @param parity the largest difference of a probability between DJL and ONNX Runtime
 * @param data the training pictures, where the data was given
 * @param figures what was measured, where the data was given
 */
public record CardContent(
        ModelIdentity identity,
        String file,
        String sha256,
        long bytes,
        TrainedModel model,
        boolean flipAverage,
        double parity,
        Optional<TrainingData> data,
        Optional<Figures> figures) {}
