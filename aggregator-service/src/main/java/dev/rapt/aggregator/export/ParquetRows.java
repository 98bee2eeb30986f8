package dev.rapt.aggregator.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;

/**
 * Apache Parquet. Rows are held back until a row group is full, because a group is written column by column; of each
 * group that was written, a few kilobytes for the file's end stay.
 */
final class ParquetRows implements RowWriter {

    private final ParquetWriter<Row> writer;

    ParquetRows(Table table, OutputStream out, int groupRows) throws IOException {
        this.writer = new RowsBuilder(table, new StreamFile(out))
                // The plain one reads no files and needs no Hadoop
                .withConf(new PlainParquetConfiguration())
                .withCodecFactory(new Gzip())
                .withCompressionCodec(CompressionCodecName.GZIP)
                .withRowGroupRowCountLimit(groupRows)
                .withPageRowCountLimit(groupRows)
                // What every reader understands
                .withWriterVersion(WriterVersion.PARQUET_1_0)
                .build();
    }

    @Override
    public void write(Row row) throws IOException {
        writer.write(row);
    }

    @Override
    public void finish() throws IOException {
        writer.close();
    }

    /** The cells of a row, as Parquet takes them: one that is missing isn't told at all. */
    static final class Record implements Cells {
        private final RecordConsumer consumer;
        private final List<String> names;
        private int column;

        Record(RecordConsumer consumer, List<String> names) {
            this.consumer = consumer;
            this.names = names;
        }

        void write(Row row) throws IOException {
            column = 0;
            consumer.startMessage();
            row.tell(this);
            consumer.endMessage();
        }

        @Override
        public void text(String value) {
            start();
            consumer.addBinary(Binary.fromString(value));
            end();
        }

        @Override
        public void moment(Instant value) {
            count(value.toEpochMilli());
        }

        @Override
        public void count(long value) {
            start();
            consumer.addLong(value);
            end();
        }

        @Override
        public void number(double value) {
            start();
            consumer.addDouble(value);
            end();
        }

        @Override
        public void missing() {
            column++;
        }

        private void start() {
            consumer.startField(names.get(column), column);
        }

        private void end() {
            consumer.endField(names.get(column), column);
            column++;
        }
    }
}
