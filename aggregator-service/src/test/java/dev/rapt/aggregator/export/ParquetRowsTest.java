package dev.rapt.aggregator.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetRowsTest {

    @TempDir
    Path directory;

    @Test
    void isReadByOthersCellByCell() throws Exception {
        Path file = Duck.file(directory, "x.parquet", Sample.file(ExportFormat.PARQUET, Sample.TABLE, Sample.ROWS));

        try (Duck duck = new Duck()) {
            assertThat(duck.ask("SELECT * FROM '" + file + "'")).isEqualTo(Sample.ROWS);
        }
    }

    @Test
    void saysWhatItsColumnsAre() throws Exception {
        Path file = Duck.file(directory, "x.parquet", Sample.file(ExportFormat.PARQUET, Sample.TABLE, Sample.ROWS));

        try (Duck duck = new Duck()) {
            assertThat(duck.ask("SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM '" + file + "')"))
                    .containsExactly(
                            List.of("name", "VARCHAR"),
                            List.of("start", "TIMESTAMP WITH TIME ZONE"),
                            List.of("frames", "BIGINT"),
                            List.of("displayedShares.it-depends", "DOUBLE"));
            assertThat(duck.ask(
                            "SELECT name, type, logical_type FROM parquet_schema('" + file + "') WHERE name = 'start'"))
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("INT64")
                    .contains("isAdjustedToUTC=1")
                    .contains("MILLIS");
        }
    }

    @Test
    void carriesItsNotes() throws Exception {
        Path file = Duck.file(directory, "x.parquet", Sample.file(ExportFormat.PARQUET, Sample.TABLE, Sample.ROWS));

        try (Duck duck = new Duck()) {
            assertThat(duck.ask("SELECT decode(key), decode(value) FROM parquet_kv_metadata('" + file + "')"))
                    .contains(List.of("rapt.meeting", "standup"), List.of("rapt.note", "estimates – not measurements"));
        }
    }

    @Test
    void ofNoRowsIsAFileWithColumns() throws Exception {
        Path file = Duck.file(directory, "x.parquet", Sample.file(ExportFormat.PARQUET, Sample.TABLE, List.of()));

        try (Duck duck = new Duck()) {
            assertThat(duck.ask("SELECT count(*) FROM '" + file + "'")).containsExactly(List.of(0L));
        }
    }
}
