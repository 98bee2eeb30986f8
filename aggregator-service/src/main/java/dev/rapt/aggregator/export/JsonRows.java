package dev.rapt.aggregator.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;

/** One JSON object a line, with every column's name, also of cells that are missing: they are null. */
final class JsonRows implements RowWriter {

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            // Every line gets its end itself, the last one too
            .rootValueSeparator("")
            .build();

    private final JsonGenerator json;
    private final List<SerializedString> names;
    private final Line line = new Line();

    JsonRows(Table table, OutputStream out) throws IOException {
        this.json = FACTORY.createGenerator(out);
        json.configure(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM, false);
        this.names = table.columns().stream()
                .map(column -> new SerializedString(column.name()))
                .toList();
    }

    @Override
    public void write(Row row) throws IOException {
        line.column = 0;
        json.writeStartObject();
        row.tell(line);
        json.writeEndObject();
        json.writeRaw('\n');
    }

    @Override
    public void finish() throws IOException {
        json.close();
    }

    private final class Line implements Cells {
        private int column;

        @Override
        public void text(String value) throws IOException {
            next();
            json.writeString(value);
        }

        @Override
        public void moment(Instant value) throws IOException {
            next();
            json.writeString(Texts.moment(value));
        }

        @Override
        public void count(long value) throws IOException {
            next();
            json.writeNumber(value);
        }

        @Override
        public void number(double value) throws IOException {
            next();
            json.writeNumber(value);
        }

        @Override
        public void missing() throws IOException {
            next();
            json.writeNull();
        }

        private void next() throws IOException {
            json.writeFieldName(names.get(column++));
        }
    }
}
