package dev.rapt.demo.process;

import dev.rapt.demo.DemoException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The demo's ports on 127.0.0.1, all derived from one.
 *
 * @param base the detector's port; classifier, aggregator and Kafka are 1, 2 and 9 above it
 */
public record Ports(int base) {

    private static final int LAST_OFFSET = 9;

    public Ports {
        if (base < 1024 || base > 65_535 - LAST_OFFSET) {
            throw new DemoException("--port-base is 1024 to " + (65_535 - LAST_OFFSET) + ", not " + base + ".");
        }
    }

    public int detector() {
        return base;
    }

    public int classifier() {
        return base + 1;
    }

    public int aggregator() {
        return base + 2;
    }

    public int kafka() {
        return base + LAST_OFFSET;
    }

    /**
     * Checks that nobody listens on any of them.
     *
     * @throws DemoException naming the first that is taken
     */
    public void requireFree() {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        wanted.put("detector", detector());
        wanted.put("classifier", classifier());
        wanted.put("aggregator and dashboard", aggregator());
        wanted.put("Kafka", kafka());
        wanted.forEach((owner, port) -> {
            if (!isFree(port)) {
                throw new DemoException("Port " + port + " (" + owner
                        + ") is taken: stop what listens there, or choose others with --port-base, for example"
                        + " --port-base " + (base <= 55_000 ? base + 1000 : base - 1000) + ".");
            }
        });
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // Connections of a demo that has just ended don't count
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
