package dev.rapt.aggregator.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {

    @TempDir
    Path directory;

    @Test
    void isReadByALibraryCellByCell() throws Exception {
        assertThat(read(Sample.file(ExportFormat.CSV, Sample.TABLE, Sample.ROWS)))
                .containsExactly(
                        List.of("name", "start", "frames", "displayedShares.it-depends"),
                        List.of("Ada", "2026-01-05T10:00:00.120Z", "5", "0.25"),
                        List.of("O'Neill, \"Sam\"\r\nsecond line", "2026-01-05T10:00:05.120Z", "0", "0.0"),
                        List.of("Zoë 😀 Ångström", "1970-01-01T00:00:00.000Z", "9223372036854775807", "0.000001"),
                        List.of("", "", "", ""),
                        List.of("", "9999-12-31T23:59:59.999Z", "-3", "-12.345678"),
                        List.of(" lead and trail ", "2026-01-05T10:00:00.120Z", "1", "1.0"));
    }

    @Test
    void isReadByADatabaseWithTheColumnsOfTheirKinds() throws Exception {
        Path file = Duck.file(directory, "x.csv", Sample.file(ExportFormat.CSV, Sample.TABLE, Sample.ROWS));

        try (Duck duck = new Duck()) {
            assertThat(duck.ask("SELECT start, frames, \"displayedShares.it-depends\" FROM read_csv('" + file + "')"))
                    .isEqualTo(Sample.ROWS.stream()
                            .map(row -> row.subList(1, row.size()))
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"http://x\",\"y\")", "＝1", "＠x"})
    void disarmsWhatASpreadsheetWouldRun(String formula) throws Exception {
        assertThat(read(Sample.texts(ExportFormat.CSV, formula)).get(1)).containsExactly("'" + formula);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada", "1=1", "'", "a-b", "p2.1"})
    void leavesOtherNamesAsTheyAre(String name) throws Exception {
        assertThat(read(Sample.texts(ExportFormat.CSV, name)).get(1)).containsExactly(name);
    }

    @Test
    void endsEveryLineAsTheStandardSays() throws Exception {
        assertThat(new String(Sample.texts(ExportFormat.CSV, "Ada"), StandardCharsets.UTF_8))
                .isEqualTo("name\r\nAda\r\n");
    }

    private static List<List<String>> read(byte[] file) throws IOException {
        CsvMapper mapper =
                CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();
        try (MappingIterator<String[]> rows = mapper.readerFor(String[].class).readValues(file)) {
            List<List<String>> read = new ArrayList<>();
            rows.forEachRemaining(row -> read.add(List.of(row)));
            return read;
        }
    }
}
