package dev.rapt.aggregator.rest;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** How numbers and names of reasons are written. */
final class Digits {

    private static final double MICRO = 1e6;

    private Digits() {}

    /** With six digits. */
    static double six(double value) {
        return Math.round(value * MICRO) / MICRO;
    }

    /** With six digits; empty stays so. */
    static Optional<Double> six(OptionalDouble value) {
        return value.isPresent() ? Optional.of(six(value.getAsDouble())) : Optional.empty();
    }

    /** Such as {@code fewer-than-two}. */
    static String text(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
