package dev.rapt.trainer.dataset;

import dev.rapt.classifier.model.Expression;
import dev.rapt.classifier.model.GreyImage;

/**
 * One picture of a data set with the class that people gave it.
 *
 * @param name where it came from, for messages and reports
 * @param label the class
 * @param image the picture in the size of the model
 */
public record LabelledImage(String name, Expression label, GreyImage image) {}
