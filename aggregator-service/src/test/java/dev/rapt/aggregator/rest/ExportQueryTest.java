package dev.rapt.aggregator.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapt.aggregator.export.ExportFormat;
import dev.rapt.aggregator.timeline.Field;
import dev.rapt.aggregator.timeline.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExportQueryTest {

    private static final Instant FIRST = Instant.parse("2026-01-05T10:00:03Z");
    private static final Instant LAST = Instant.parse("2026-01-05T10:00:41Z");

    @Test
    void isAllOfEverythingInCsvWithoutParameters() {
        ExportQuery query = query(null, null, null);

        assertThat(query.format()).isEqualTo(ExportFormat.CSV);
        assertThat(query.fields().list()).hasSize(Field.values().length - 1).doesNotContain(Field.PEOPLE);
        assertThat(window(query)).isEqualTo("2026-01-05T10:00:00Z/2026-01-05T10:00:50Z");
    }

    @Test
    void isCutToTheStepsInWhichSomebodyWasThere() {
        assertThat(window(query(null, "2026-01-05T10:00:12Z", "2026-01-05T10:00:21Z")))
                .isEqualTo("2026-01-05T10:00:10Z/2026-01-05T10:00:30Z");
        assertThat(window(query(null, "1990-01-01T00:00:00Z", "2030-01-01T00:00:00Z")))
                .isEqualTo("2026-01-05T10:00:00Z/2026-01-05T10:00:50Z");
        assertThat(window(query(null, "2026-01-05T10:00:50Z", null))).isEqualTo("none");
        assertThat(window(query(null, null, "2026-01-05T10:00:00Z"))).isEqualTo("none");
    }

    @Test
    void knowsNoOtherFormats() {
        assertThatThrownBy(() -> query("CSV", null, null))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("csv, jsonl or parquet");
    }

    private static ExportQuery query(String format, String from, String to) {
        return ExportQuery.parse(
                Optional.ofNullable(format),
                Optional.ofNullable(from),
                Optional.ofNullable(to),
                Optional.empty(),
                Optional.empty(),
                Duration.ofSeconds(10),
                Shown.ALL);
    }

    private static String window(ExportQuery query) {
        Optional<Window> window = query.window(FIRST, LAST);
        return window.map(found -> found.from() + "/" + found.to()).orElse("none");
    }
}
