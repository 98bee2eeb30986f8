package dev.rapt.aggregator.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonRowsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path directory;

    @Test
    void isOneWholeObjectALine() throws Exception {
        String text = new String(Sample.file(ExportFormat.JSONL, Sample.TABLE, Sample.ROWS), StandardCharsets.UTF_8);

        assertThat(text).endsWith("}\n");
        String[] lines = text.split("\n");
        assertThat(lines).hasSize(Sample.ROWS.size());
        for (int i = 0; i < lines.length; i++) {
            JsonNode line = JSON.readTree(lines[i]);
            assertThat(line.fieldNames())
                    .toIterable()
                    .containsExactly("name", "start", "frames", "displayedShares.it-depends");
            List<Object> row = Sample.ROWS.get(i);
            assertThat(line.get("name").textValue()).isEqualTo(row.get(0));
            assertThat(line.get("frames").isNull()).isEqualTo(row.get(2) == null);
            assertThat(line.get("displayedShares.it-depends").numberValue()).isEqualTo(row.get(3));
        }
        assertThat(lines[0]).contains("\"start\":\"2026-01-05T10:00:00.120Z\"");
    }

    @Test
    void isReadByADatabaseCellByCell() throws Exception {
        Path file = Duck.file(directory, "x.jsonl", Sample.file(ExportFormat.JSONL, Sample.TABLE, Sample.ROWS));

        try (Duck duck = new Duck()) {
            assertThat(
                            duck.ask(
                                    "SELECT name, CAST(start AS TIMESTAMPTZ), frames, \"displayedShares.it-depends\""
                                            + " FROM read_json('" + file + "', format = 'newline_delimited', columns ="
                                            + " {name: 'VARCHAR', start: 'VARCHAR', frames: 'BIGINT', 'displayedShares.it-depends': 'DOUBLE'})"))
                    .isEqualTo(Sample.ROWS);
        }
    }

    @Test
    void ofNoRowsIsEmpty() throws Exception {
        assertThat(Sample.file(ExportFormat.JSONL, Sample.TABLE, List.of())).isEmpty();
    }
}
