package dev.rapt.aggregator.rest;

import java.time.Duration;

/** Writes lengths of time in ISO-8601. */
final class Lengths {

    private Lengths() {}

    /** In days where it is whole days, such as {@code P7D}, else in hours and less, such as {@code PT12H}. */
    static String text(Duration length) {
        boolean wholeDays = length.equals(Duration.ofDays(length.toDays())) && !length.isZero();
        return wholeDays ? "P" + length.toDays() + "D" : length.toString();
    }
}
