package dev.rapt.aggregator;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is told of meetings of which only groups are shown; docs/group-view.md says why so. */
public interface GroupConfig {

    /** How long the published steps are: 5, 10, 15, 20, 30 or 60 s. */
    @WithDefault("10s")
    Duration step();

    /** Of fewer people nothing is told; less than 5 counts as 5. */
    @WithDefault("5")
    int k();

    /** To which multiple figures are rounded, above 0 and at most 0.5. */
    @WithDefault("0.05")
    double rounding();

    /** How long after a minute's end its frames are waited for, by the frames' own clock. */
    @WithDefault("15s")
    Duration settle();

    /** How many minutes before the newest one are published when they are asked for first. */
    @WithDefault("1440")
    int minutes();
}
