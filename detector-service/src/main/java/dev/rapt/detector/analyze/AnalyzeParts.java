package dev.rapt.detector.analyze;

import dev.rapt.detector.config.DetectorConfig;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Hands the classifier to who needs it. */
final class AnalyzeParts {

    @Produces
    @Singleton
    @DefaultBean
    CropScorer classifier(DetectorConfig config) {
        return new ClassifierClient(config.analyze());
    }
}
