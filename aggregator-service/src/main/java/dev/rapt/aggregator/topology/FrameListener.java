package dev.rapt.aggregator.topology;

import dev.rapt.aggregator.event.Fault;
import dev.rapt.aggregator.event.ScoredFrame;

/**
 * Is told what became of each record, on the thread that counts. After a crash the records of the last, uncommitted
 * moment are told again.
 */
public interface FrameListener {

    /** A frame is in the timeline and answers show it. */
    void counted(ScoredFrame frame);

    /** A frame was there already and changed nothing. */
    void duplicate();

    /** A record couldn't be counted. */
    void deadLetter(Fault fault);

    /** So many buckets were older than the retention. */
    void deleted(int buckets);

    /** So many buckets were packed. */
    default void packed(int buckets) {}

    /** A packed stretch was opened again for a late frame. */
    default void reopened() {}
}
