package dev.rapt.aggregator.live;

import dev.rapt.departure.Farewell;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Before the aggregator goes, its listeners are let go; they come back with the id they have, wherever that leads. */
@Singleton
final class LiveFarewell implements Farewell {

    private final LiveHub hub;

    LiveFarewell(LiveHub hub) {
        this.hub = hub;
    }

    @Override
    public void leave(Duration atMost) {
        hub.dismiss();
    }
}
