package dev.rapt.departure;

import java.time.Duration;

/** What a service does before it stops, while it can still answer: a bean of this type is asked once. */
public interface Farewell {

    /**
     * Takes nothing new, ends what is in hand and lets go of connections that would stay open by themselves.
     *
     * @param atMost after that much time the service goes anyway
     */
    void leave(Duration atMost) throws InterruptedException;
}
