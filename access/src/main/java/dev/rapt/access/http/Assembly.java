package dev.rapt.access.http;

import dev.rapt.access.AccessConfig;
import dev.rapt.access.OpenMode;
import dev.rapt.access.limit.OpenConnections;
import dev.rapt.access.limit.Rates;
import dev.rapt.access.token.Tokens;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Puts the gate together from its settings, and refuses to start with settings that would leave it open by mistake. */
@Singleton
final class Assembly {

    private static final Logger LOG = Logger.getLogger(Assembly.class);

    @Produces
    @Singleton
    Tokens tokens(AccessConfig config, @ConfigProperty(name = "quarkus.http.host") String host) {
        StartRule.judge(config, host);
        Tokens tokens = new Tokens(config, Clock.systemUTC());
        if (!config.open().isOpen() && !tokens.areAny()) {
            throw new IllegalStateException(StartRule.NO_TOKENS);
        }
        return tokens;
    }

    @Produces
    @Singleton
    Rates rates(AccessConfig config) {
        return new Rates(config.limits(), System::nanoTime);
    }

    @Produces
    @Singleton
    OpenConnections connections(AccessConfig config) {
        return new OpenConnections(config.limits());
    }

    @Produces
    @Singleton
    Judge judge(Tokens tokens, Rates rates, Vertx vertx) {
        return new Judge(tokens, rates, vertx);
    }

    @Produces
    @Singleton
    Door door(
            AccessConfig config,
            @ConfigProperty(name = "quarkus.http.cors.origins") java.util.Optional<List<String>> friends) {
        return new Door(config, Set.copyOf(friends.orElse(List.of())));
    }

    void begin(
            @Observes StartupEvent start,
            AccessConfig config,
            Tokens tokens,
            OpenConnections connections,
            Vertx vertx) {
        if (config.open() == OpenMode.LOOPBACK) {
            LOG.warn("Access is open: whoever gets to this machine's loopback address may do everything");
        } else if (config.open() == OpenMode.PUBLISHED_ON_LOOPBACK) {
            LOG.warn("Access is open: whoever gets to this port may do everything. It must be published on a loopback"
                    + " address only");
        } else {
            vertx.setPeriodic(
                    Math.max(1, config.check().toMillis()),
                    tick -> vertx.executeBlocking(() -> {
                        tokens.check();
                        int ended = connections.endThose(caller -> !tokens.isGood(caller));
                        if (ended > 0) {
                            LOG.infof("%d connections were ended: their tokens are no good any more", ended);
                        }
                        return null;
                    }));
        }
    }
}
