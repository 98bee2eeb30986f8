package dev.rapt.detector.analyze;

import dev.rapt.detector.crop.GreyCrop;
import java.util.List;

/** Scores the expressions of crops; the classifier service in production. */
@FunctionalInterface
interface CropScorer {

    /** One score a crop, in the crops' order. Waits for all of them. */
    List<CropScore> score(List<GreyCrop> crops) throws ClassifierUnavailableException, InterruptedException;
}
