package dev.rapt.demo.watch;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;

/**
 * A participant's summary as the aggregator gives it.
 *
 * @param participantId the participant
 * @param frames frames counted
 * @param measuredFrames those with a face
 * @param presence share of the usable time in which the face was there; null when unknown
 * @param expressions mean probability of each of the seven expressions; null when nothing was measured
 * @param dominant the expression shown most; null when nothing was measured
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Breakdown(
        String participantId,
        long frames,
        long measuredFrames,
        Double presence,
        Map<String, Double> expressions,
        String dominant) {}
