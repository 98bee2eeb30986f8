package dev.rapt.aggregator.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** Tells Parquet's writer what a table's columns are and how a row is told. */
final class RowsBuilder extends ParquetWriter.Builder<Row, RowsBuilder> {

    private static final String SCHEMA = "rapt";

    private final Table table;

    RowsBuilder(Table table, OutputFile file) {
        super(file);
        this.table = table;
    }

    @Override
    protected RowsBuilder self() {
        return this;
    }

    @Override
    protected WriteSupport<Row> getWriteSupport(ParquetConfiguration configuration) {
        return new Support(table);
    }

    @Override
    protected WriteSupport<Row> getWriteSupport(Configuration configuration) {
        return new Support(table);
    }

    static MessageType schema(Table table) {
        List<Type> types = new ArrayList<>();
        table.columns().forEach(column -> types.add(type(column)));
        return new MessageType(SCHEMA, types);
    }

    private static Type type(Column column) {
        return switch (column.kind()) {
            case TEXT ->
                Types.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(column.name());
            case MOMENT ->
                Types.optional(PrimitiveTypeName.INT64)
                        .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MILLIS))
                        .named(column.name());
            case COUNT -> Types.optional(PrimitiveTypeName.INT64).named(column.name());
            case NUMBER -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.name());
        };
    }

    private static final class Support extends WriteSupport<Row> {
        private final Table table;
        private ParquetRows.Record record;

        Support(Table table) {
            this.table = table;
        }

        @Override
        public WriteContext init(ParquetConfiguration configuration) {
            return new WriteContext(schema(table), table.notes());
        }

        @Override
        public WriteContext init(Configuration configuration) {
            return new WriteContext(schema(table), table.notes());
        }

        @Override
        public void prepareForWrite(RecordConsumer consumer) {
            record = new ParquetRows.Record(
                    consumer, table.columns().stream().map(Column::name).toList());
        }

        @Override
        public void write(Row row) {
            try {
                record.write(row);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
