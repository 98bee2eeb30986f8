package dev.rapt.aggregator.topology;

import dev.rapt.aggregator.event.Fault;

/**
 * Is told what became of what bots say of meetings, on the thread that counts. After a crash the records of the last,
 * uncommitted moment are told again.
 */
public interface LogListener {

    /** An event is in its meeting's log and answers show it. */
    void kept();

    /** An event was there already and changed nothing. */
    void repeated();

    /** A frame or an event of an erased meeting, or of a participant who is erased or said no, was dropped. */
    void straggler();

    /** A record couldn't be used. */
    void deadLetter(Fault fault);

    /** A meeting is erased: invisible from now on. */
    void erased();

    /** So many entries of the log were older than the retention. */
    void forgotten(int events);
}
