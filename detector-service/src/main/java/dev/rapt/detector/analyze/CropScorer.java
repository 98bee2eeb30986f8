package dev.rapt.detector.analyze;

import dev.rapt.detector.crop.GreyCrop;
import java.util.List;
import java.util.Optional;

/** Scores the expressions of crops; the classifier service in production. */
@FunctionalInterface
interface CropScorer {

    /**
     * One score a crop, in the crops' order. Waits for all of them.
     *
     * @param authorization the header that says who asks, to be passed on
     */
    List<CropScore> score(List<GreyCrop> crops, Optional<String> authorization)
            throws ClassifierUnavailableException, InterruptedException;
}
