package dev.rapt.aggregator;

import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** What participants themselves may see and do; docs/participants.md. */
public interface ParticipantsConfig {

    /** Where participants reach the pages, such as {@code https://rapt.example}; without it, where a request came to. */
    Optional<URI> publicUrl();

    /** How long a personal link opens anything. */
    @WithDefault("30d")
    Duration linkExpiry();

    /** The most links of one participant that open anything at the same time. */
    @WithDefault("20")
    int maxLinks();

    /**
     * Whether a personal link shows and downloads figures in the group view, too. Whoever hands out links could read them,
     * so only where those who do so are trusted with them.
     */
    @WithDefault("false")
    boolean figuresInGroupView();

    /** Whose last frame came at most this long before the meeting's last one is measured now. */
    @WithDefault("15s")
    Duration now();
}
