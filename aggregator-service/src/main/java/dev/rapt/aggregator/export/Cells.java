package dev.rapt.aggregator.export;

import java.io.IOException;
import java.time.Instant;

/** Takes the cells of one row after the other, in the order of the columns. */
public interface Cells {

    void text(String value) throws IOException;

    /** A moment, told to the millisecond. */
    void moment(Instant value) throws IOException;

    void count(long value) throws IOException;

    /** A finite number. */
    void number(double value) throws IOException;

    /** The cell that isn't there: neither zero nor an empty text. */
    void missing() throws IOException;
}
