package dev.rapt.aggregator.gateway;

import io.vertx.core.Vertx;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jboss.logging.Logger;

/** Keeps knowing which addresses a service's name has: in a cluster one for each replica that is ready. */
final class LookUp {

    private static final Logger LOG = Logger.getLogger(LookUp.class);

    private final String host;
    private final ByMeeting replicas;

    private LookUp(String host, ByMeeting replicas) {
        this.host = host;
        this.replicas = replicas;
    }

    /** Looks now and then again and again, on one of Vert.x' threads for what may take its time. */
    static void start(Vertx vertx, String host, Duration interval, ByMeeting replicas) {
        LookUp lookUp = new LookUp(host, replicas);
        vertx.executeBlocking(lookUp::look, false);
        vertx.setPeriodic(interval.toMillis(), timer -> vertx.executeBlocking(lookUp::look, false));
    }

    private Void look() {
        try {
            replicas.know(addresses(InetAddress.getAllByName(host)));
        } catch (UnknownHostException e) {
            // A name server that is away for a moment takes no replica with it
            LOG.debugf("%s has no address now", host);
        }
        return null;
    }

    /** One family of addresses only, so that a replica with one of each doesn't count twice. */
    static List<String> addresses(InetAddress... found) {
        boolean four = Arrays.stream(found).anyMatch(Inet4Address.class::isInstance);
        return Arrays.stream(found)
                .filter(address -> !four || address instanceof Inet4Address)
                .map(InetAddress::getHostAddress)
                .distinct()
                .sorted()
                .toList();
    }
}
