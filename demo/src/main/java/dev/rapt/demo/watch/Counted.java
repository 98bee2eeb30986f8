package dev.rapt.demo.watch;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;

/**
 * One participant in the aggregator's list.
 *
 * @param id the participant
 * @param frames frames counted
 * @param lastCapturedAt when the last of them was taken
 * @param displayed the label displayed after it; null when there is none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Counted(String id, long frames, Instant lastCapturedAt, String displayed) {}
