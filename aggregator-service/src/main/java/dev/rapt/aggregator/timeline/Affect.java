package dev.rapt.aggregator.timeline;

/**
 * What is derived of the corrected mean probabilities of the visible expressions: expressiveness, valence and arousal.
 * Each expression has the mean pleasure and arousal that people gave its word (Russell and Mehrabian, 1977: Evidence for
 * a three-factor theory of emotions, Journal of Research in Personality 11, 273–294: angry, disgusted, fearful, happy,
 * sad, surprised); neutral is the origin. So it says what such a face is called, never what a person feels.
 */
final class Affect {

    /** In hundredths, by {@link Expression}. */
    private static final long[] VALENCE = {-51, -60, -64, 81, -63, 40, 0};

    private static final long[] AROUSAL = {59, 35, 60, 51, -27, 67, 0};
    private static final long HUNDREDTHS = 100;
    private static final long MICROS = 1_000_000;
    /** From billionths to millionths. */
    private static final long UNIT = 1_000;

    private Affect() {}

    /** One less the mean probability of a neutral face, in millionths; {@link Field#NONE} when no expression is known. */
    static long expressiveness(Cells cells) {
        long seconds = cells.at(Columns.TUNED_SECONDS);
        return seconds == 0
                ? Field.NONE
                : MICROS
                        - Tally.roundedRatio(
                                cells.at(Columns.TUNED + Expression.NEUTRAL.ordinal()),
                                Math.multiplyExact(seconds, UNIT));
    }

    /** From −1 to 1, in millionths; {@link Field#NONE} when no expression is known. */
    static long valence(Cells cells) {
        return weighed(cells, VALENCE);
    }

    /** From −1 to 1, in millionths; {@link Field#NONE} when no expression is known. */
    static long arousal(Cells cells) {
        return weighed(cells, AROUSAL);
    }

    private static long weighed(Cells cells, long[] weights) {
        long seconds = cells.at(Columns.TUNED_SECONDS);
        if (seconds == 0) {
            return Field.NONE;
        }
        long sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum = Math.addExact(sum, Math.multiplyExact(weights[i], cells.at(Columns.TUNED + i)));
        }
        return Tally.roundedRatio(sum, Math.multiplyExact(seconds, UNIT * HUNDREDTHS));
    }
}
