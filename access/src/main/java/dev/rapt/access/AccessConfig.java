package dev.rapt.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Who may call a service. docs/security.md explains each. */
@ConfigMapping(prefix = "rapt.access")
public interface AccessConfig {

    /** Whether tokens are needed. */
    @WithDefault("never")
    OpenMode open();

    /** The names that a request's {@code Host} may have while tokens aren't needed, without ports. */
    @WithDefault("localhost,127.0.0.1,[::1]")
    Set<String> openHosts();

    /** The tokens, as a YAML list. */
    Optional<Path> tokensFile();

    /** How often it is looked whether the tokens file has changed, and whose open connections end. */
    @WithDefault("2s")
    Duration check();

    /** How long browsers that came by TLS are told to come by TLS only. */
    @WithDefault("365d")
    Duration tlsOnly();

    /** Tokens of an OIDC provider. */
    Jwt jwt();

    /** How much of everything one caller may have. */
    Limits limits();

    /** Tokens of an OIDC provider. */
    interface Jwt {

        /** The {@code iss} that a token must have; without it there are no such tokens. */
        Optional<String> issuer();

        /** The provider's keys (JWKS): a URL, or a file's path. */
        Optional<String> keys();

        /** The {@code aud} that a token must have. */
        Optional<String> audience();

        /** The claim that has the roles; a slash leads into an object. */
        @WithDefault("groups")
        String rolesClaim();

        /** How long a token that was found good isn't judged anew. */
        @WithDefault("1m")
        Duration trusted();
    }

    /** How much of everything one caller may have. */
    interface Limits {

        /** Requests a second of one name, over time. */
        @WithDefault("1000")
        int requestsPerSecond();

        /** For how long a name may save requests up. */
        @WithDefault("2s")
        Duration burst();

        /** Streams and WebSockets of one name at once. */
        @WithDefault("1000")
        int connections();

        /** Tokens that are no good from one address in a minute. */
        @WithDefault("30")
        int failuresPerMinute();

        /** Names, addresses and tokens that are remembered for this. */
        @WithDefault("10000")
        int remembered();
    }
}
