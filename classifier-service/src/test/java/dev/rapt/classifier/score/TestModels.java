package dev.rapt.classifier.score;

import dev.rapt.classifier.ClassifierConfig;
import dev.rapt.classifier.Meters;

/** Models in states that a test needs. */
public final class TestModels {

    private TestModels() {}

    /** One that hasn't been opened yet. */
    public static ModelService notOpen(ClassifierConfig config, Meters meters) {
        return new ModelService(config, meters);
    }
}
