package dev.rapt.detector.ingest.gallery;

import java.util.HashMap;
import java.util.Map;

/** How many composites of a gallery came to nothing since each participant's last record. Any thread may call anything. */
final class Skips {

    private final Map<String, Integer> single = new HashMap<>();
    private int common;

    /** Composites were left out, for whomever they showed. */
    synchronized void skipped(int composites) {
        common += composites;
    }

    /** What was taken for a participant has not been told after all. */
    synchronized void giveBack(String participantId, int composites) {
        if (composites > 0) {
            single.merge(participantId, composites, Integer::sum);
        }
    }

    /** What is to be told with the next record of each participant; it counts as told from now on. */
    synchronized Told takeAll() {
        Told told = new Told(common, Map.copyOf(single));
        common = 0;
        single.clear();
        return told;
    }

    /** Composites left out, for everybody and for some besides. */
    record Told(int common, Map<String, Integer> single) {
        int of(String participantId) {
            return common + single.getOrDefault(participantId, 0);
        }
    }
}
