package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.timeline.Observation;
import dev.rapt.aggregator.timeline.Resolution;
import dev.rapt.aggregator.timeline.Window;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The query of a timeline, understood.
 *
 * @param from the first moment asked for
 * @param to the moment after the last
 * @param resolution how long the steps are
 */
record TimelineQuery(Optional<Instant> from, Optional<Instant> to, Resolution resolution) {

    private static final Pattern SHORT = Pattern.compile("(\\d{1,8})([smhd])");

    /** Understands the parameters as they were written, or says what is wrong with them. */
    static TimelineQuery parse(
            Optional<String> from, Optional<String> to, Optional<String> resolution, Duration defaultResolution) {
        Optional<Instant> start = from.map(text -> moment("from", text));
        Optional<Instant> end = to.map(text -> moment("to", text));
        if (start.isPresent() && end.isPresent() && !start.get().isBefore(end.get())) {
            throw ProblemException.badRequest("bad-range", "from must be before to");
        }
        return new TimelineQuery(
                start, end, resolution.map(TimelineQuery::resolution).orElse(new Resolution(defaultResolution)));
    }

    /** The window to answer with: what isn't asked for begins with the first frame and ends with the last. */
    Window window(Instant firstFrame, Instant lastFrame, int maxSteps) {
        Instant afterLast = lastFrame.plusMillis(1);
        Instant start = from.orElse(earlier(firstFrame, to.orElse(afterLast).minusMillis(1)));
        Instant end = to.orElse(afterLast.isAfter(start) ? afterLast : start.plusMillis(1));
        Window window = Window.around(start, end, resolution);
        if (window.steps() > maxSteps) {
            throw ProblemException.badRequest(
                    "range-too-long",
                    "That is " + window.steps() + " buckets, and one answer has " + maxSteps
                            + " at most: ask for a coarser resolution or a shorter range");
        }
        return window;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** The moment a parameter says, or a problem that says what is wrong with it. */
    static Instant moment(String name, String text) {
        try {
            // A plus sign that wasn't encoded arrives as a space
            Instant moment = OffsetDateTime.parse(text.trim().replace(' ', '+')).toInstant();
            if (Observation.isCaptureTime(moment)) {
                return Instant.ofEpochMilli(moment.toEpochMilli());
            }
        } catch (DateTimeException e) {
            // Said below
        }
        throw ProblemException.badRequest(
                "bad-" + name, name + " must be a moment from 1970 to 9999 in ISO-8601, like 2026-01-05T10:00:00Z");
    }

    private static Resolution resolution(String text) {
        try {
            Duration length = length(text);
            if (Resolution.isResolution(length)) {
                return new Resolution(length);
            }
        } catch (DateTimeException | ArithmeticException e) {
            // Said below
        }
        throw ProblemException.badRequest(
                "bad-resolution",
                "resolution must be a positive multiple of 5 s, up to 366 d, like 5s, 10s, 1m, 1h or PT10S");
    }

    /** A length of time such as {@code 10s}, {@code 7d} or {@code P7D}. */
    static Duration length(String text) {
        Matcher matcher = SHORT.matcher(text);
        if (!matcher.matches()) {
            return Duration.parse(text);
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
