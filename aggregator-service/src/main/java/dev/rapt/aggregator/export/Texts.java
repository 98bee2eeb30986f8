package dev.rapt.aggregator.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Moments and numbers as text. */
final class Texts {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    /** Between these, Java writes a number without an exponent. */
    private static final double PLAIN_FROM = 1e-3;

    private static final double PLAIN_TO = 1e7;

    private Texts() {}

    /** In ISO-8601, UTC, always with milliseconds. */
    static String moment(Instant moment) {
        return MOMENT.format(moment);
    }

    /** Without an exponent, which spreadsheets round. */
    static String number(double number) {
        double size = Math.abs(number);
        return size == 0 || size >= PLAIN_FROM && size < PLAIN_TO
                ? Double.toString(number)
                : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
