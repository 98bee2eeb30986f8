package dev.rapt.detector.config;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** What holds for all meetings, in every service alike. */
@ConfigMapping(prefix = "rapt.meetings")
public interface MeetingsConfig {

    /** The policy's file: which purposes and regions allow which signals; the one that comes with Rapt without it. */
    Optional<Path> policy();
}
