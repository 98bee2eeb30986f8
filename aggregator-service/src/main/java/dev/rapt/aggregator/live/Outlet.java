package dev.rapt.aggregator.live;

/** The connection of a listener. Called by one thread at a time; returns at once. */
public interface Outlet {

    /**
     * Sends a message.
     *
     * @param taken called once, by any thread, when the listener's side has taken all of it, or never can
     */
    void send(Message message, Runnable taken);

    /** Ends the connection after what was sent. */
    void end();

    /** Ends the connection at once: the listener doesn't read. */
    void abort();
}
