package dev.rapt.aggregator.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rapt.aggregator.timeline.Participation;
import dev.rapt.aggregator.timeline.Tally;
import dev.rapt.aggregator.timeline.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineQueryTest {

    private static final Participation THERE = new Participation(
            Tally.ZERO,
            Instant.parse("2026-01-05T10:00:03Z"),
            Instant.parse("2026-01-05T10:00:29.999Z"),
            Instant.parse("2026-01-05T10:00:03Z"));

    private static TimelineQuery parse(String from, String to, String resolution) {
        return TimelineQuery.parse(
                Optional.ofNullable(from),
                Optional.ofNullable(to),
                Optional.ofNullable(resolution),
                Duration.ofSeconds(10));
    }

    private static String refusal(String from, String to, String resolution) {
        Problem problem = (Problem) catchThrowableOfType(ProblemException.class, () -> parse(from, to, resolution)
                        .window(THERE.firstCapturedAt(), THERE.lastCapturedAt(), 100))
                .response()
                .getEntity();
        assertThat(problem.status()).isEqualTo(400);
        return problem.reason();
    }

    @ParameterizedTest
    @CsvSource({"5s,5", "10s,10", "1m,60", "2h,7200", "1d,86400", "PT10S,10", "PT1M30S,90"})
    void understandsResolutions(String text, long seconds) {
        assertThat(parse(null, null, text).resolution().length()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0s",
                "-5s",
                "7s",
                "5",
                "5 s",
                "s",
                "5ms",
                "PT0.5S",
                "PT-5S",
                "999999999999s",
                "99999999d",
                "P1Y"
            })
    void refusesOtherResolutions(String text) {
        assertThat(refusal(null, null, text)).isEqualTo("bad-resolution");
    }

    @Test
    void withoutARangeItIsTheParticipants() {
        Window window = parse(null, null, null).window(THERE.firstCapturedAt(), THERE.lastCapturedAt(), 100);

        assertThat(window.from()).isEqualTo(Instant.parse("2026-01-05T10:00:00Z"));
        assertThat(window.to()).isEqualTo(Instant.parse("2026-01-05T10:00:30Z"));
    }

    @Test
    void widensARangeToWholeSteps() {
        Window window = parse("2026-01-05T10:00:09Z", "2026-01-05T12:00:11+01:00", "5s")
                .window(THERE.firstCapturedAt(), THERE.lastCapturedAt(), 10_000);

        assertThat(window.from()).isEqualTo(Instant.parse("2026-01-05T10:00:05Z"));
        assertThat(window.to()).isEqualTo(Instant.parse("2026-01-05T11:00:15Z"));
    }

    @Test
    void aRangeAfterTheLastFrameOrBeforeTheFirstIsEmptyAndNoMistake() {
        assertThat(parse("2026-01-05T11:00:00Z", null, null)
                        .window(THERE.firstCapturedAt(), THERE.lastCapturedAt(), 100)
                        .steps())
                .isEqualTo(1);
        assertThat(parse(null, "2026-01-05T09:00:00Z", null)
                        .window(THERE.firstCapturedAt(), THERE.lastCapturedAt(), 100)
                        .steps())
                .isEqualTo(1);
    }

    @Test
    void aPlusThatCameAsASpaceIsAPlus() {
        assertThat(parse("2026-01-05T11:00:00 01:00", null, null).from())
                .contains(Instant.parse("2026-01-05T10:00:00Z"));
    }

    @Test
    void refusesRangesThatCantBe() {
        assertThat(refusal("yesterday", null, null)).isEqualTo("bad-from");
        assertThat(refusal(null, "2026-01-05", null)).isEqualTo("bad-to");
        assertThat(refusal("2026-01-05T10:00:00", null, null)).isEqualTo("bad-from");
        assertThat(refusal("1969-01-05T10:00:00Z", null, null)).isEqualTo("bad-from");
        assertThat(refusal("+10000-01-05T10:00:00Z", null, null)).isEqualTo("bad-from");
        assertThat(refusal("2026-01-05T10:00:00Z", "2026-01-05T10:00:00Z", null))
                .isEqualTo("bad-range");
        assertThat(refusal("2026-01-05T10:00:01Z", "2026-01-05T10:00:00Z", null))
                .isEqualTo("bad-range");
        assertThat(refusal("2026-01-05T10:00:00Z", "2026-01-05T10:08:25Z", "5s"))
                .isEqualTo("range-too-long");
        assertThat(refusal("1970-01-02T00:00:00Z", "9999-01-01T00:00:00Z", "5s"))
                .isEqualTo("range-too-long");
    }
}
