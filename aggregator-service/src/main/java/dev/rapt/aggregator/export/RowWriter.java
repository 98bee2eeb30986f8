package dev.rapt.aggregator.export;

import java.io.IOException;

/**
 * Writes rows to a stream as they come and holds back a bounded number of bytes. For one thread. What is given up
 * without {@link #finish} has no proper end and holds nothing that needs closing; the stream stays open either way.
 */
public interface RowWriter {

    /** Writes one row. */
    void write(Row row) throws IOException;

    /** Writes what is still held back and the format's end. Nothing may be written after it. */
    void finish() throws IOException;
}
