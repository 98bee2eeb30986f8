package dev.rapt.departure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a service goes when it gets SIGTERM. */
@ConfigMapping(prefix = "rapt.departure")
public interface DepartureConfig {

    /**
     * How long the service goes on as before while it says that it isn't ready, so that whoever spreads requests over
     * replicas stops choosing this one. The images set 2 s; without replicas nothing is gained by it.
     */
    @WithDefault("0s")
    Duration announce();

    /** How long what is in hand may take after that, before the service goes all the same. */
    @WithDefault("6s")
    Duration patience();
}
