package dev.rapt.aggregator;

import io.smallrye.config.WithDefault;

/** What is told of meetings whose participants are seen together only. */
public interface GroupConfig {

    /** How many people must be measured together before anything of them is told. Five or more. */
    @WithDefault("5")
    int k();
}
