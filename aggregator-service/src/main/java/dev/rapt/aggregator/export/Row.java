package dev.rapt.aggregator.export;

import java.io.IOException;

/** One row of a table. */
@FunctionalInterface
public interface Row {

    /** Tells the cells in the order of the columns, one call for each, and each as its column's kind or as missing. */
    void tell(Cells cells) throws IOException;
}
