package dev.rapt.detector.ingest.gallery;

/**
 * The ids of anonymous participants: {@code p1}, {@code p2} and so on in a meeting's first epoch, {@code p1.1}, {@code
 * p2.1} in the second, {@code p1.2} in the third.
 */
final class AnonymousNames {

    private AnonymousNames() {}

    /**
     * @param epoch from 1
     * @param number from 1
     */
    static String of(int epoch, int number) {
        return epoch == 1 ? "p" + number : "p" + number + "." + (epoch - 1);
    }
}
