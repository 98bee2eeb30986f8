package dev.rapt.aggregator.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a table becomes a file. */
public enum ExportFormat {
    /** Comma-separated values after RFC 4180, in UTF-8, with a header. */
    CSV("text/csv; charset=utf-8") {
        @Override
        public RowWriter open(Table table, OutputStream out, int groupRows) throws IOException {
            return new CsvRows(table, out);
        }
    },
    /** One JSON object a line. */
    JSONL("application/x-ndjson") {
        @Override
        public RowWriter open(Table table, OutputStream out, int groupRows) throws IOException {
            return new JsonRows(table, out);
        }
    },
    /** Apache Parquet, pages compressed with gzip. */
    PARQUET("application/vnd.apache.parquet") {
        @Override
        public RowWriter open(Table table, OutputStream out, int groupRows) throws IOException {
            return new ParquetRows(table, out, groupRows);
        }
    };

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The format of that name, {@code csv}, {@code jsonl} or {@code parquet}. */
    public static Optional<ExportFormat> of(String name) {
        return Arrays.stream(values())
                .filter(format -> format.extension().equals(name))
                .findFirst();
    }

    /** What a file of it is called after the point, and what the API calls the format. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The media type, with the charset where it has one. */
    public String mediaType() {
        return mediaType;
    }

    /**
     * Begins a file.
     *
     * @param groupRows how many rows at most are held back, by formats that write them in groups
     */
    public abstract RowWriter open(Table table, OutputStream out, int groupRows) throws IOException;
}
