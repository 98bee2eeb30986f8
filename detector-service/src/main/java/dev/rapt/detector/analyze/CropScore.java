package dev.rapt.detector.analyze;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the classifier says of one crop.
 *
 * @param expressions probability of each expression, in the classifier's order
 * @param dominant the label to show
 */
record CropScore(Map<String, Double> expressions, String dominant, Model model) {

    CropScore {
        expressions = Collections.unmodifiableMap(new LinkedHashMap<>(expressions));
    }

    /** Which model said it. */
    record Model(String name, String version) {}
}
