package dev.rapt.aggregator.live;

import java.util.Arrays;

/** What was last told of each of a participant's steps, as a digest of 64 bits each. For one thread. */
final class SentRows {

    private static final int GROWTH = 64;
    private static final long OFFSET_BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final long NOTHING = 0;

    private long base;
    private long[] digests = {};

    /** Notes a step's row and says whether it differs from what was told of the step. */
    boolean differs(long step, String row) {
        long digest = digestOf(row);
        reach(step);
        int place = (int) (step - base);
        boolean differs = digests[place] != digest;
        digests[place] = digest;
        return differs;
    }

    private void reach(long step) {
        if (digests.length == 0) {
            base = step;
            digests = new long[GROWTH];
        } else if (step < base) {
            int more = Math.toIntExact(base - step) + GROWTH;
            long[] grown = new long[digests.length + more];
            System.arraycopy(digests, 0, grown, more, digests.length);
            digests = grown;
            base -= more;
        } else if (step - base >= digests.length) {
            digests = Arrays.copyOf(digests, Math.toIntExact(step - base) + GROWTH);
        }
    }

    // FNV-1a
    private static long digestOf(String row) {
        long digest = OFFSET_BASIS;
        for (int i = 0; i < row.length(); i++) {
            digest = (digest ^ row.charAt(i)) * PRIME;
        }
        return digest == NOTHING ? 1 : digest;
    }
}
