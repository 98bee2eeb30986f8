package dev.rapt.aggregator.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives each meeting to one of a service's replicas, by rendezvous hashing: of all addresses the one goes first whose hash
 * together with the meeting's id is the highest. Gateways that know the same addresses choose the same one without asking
 * each other, and a replica that comes or goes moves only the meetings that it gets or had. The next ones follow for the
 * case that the first can't be reached. Paths without a meeting go to the replicas in turn. Safe for any threads.
 */
final class ByMeeting implements Ways {

    private static final Pattern MEETING = Pattern.compile("/v1/meetings/([^/?]+)/.*");

    /** More would let a caller wait for many connections that time out. */
    private static final int MOST = 3;

    private final Origin origin;
    private final long coolOff;
    private final LongSupplier nanos;
    private final Map<String, Long> failed = new ConcurrentHashMap<>();
    private final AtomicLong turn = new AtomicLong();
    private volatile List<String> addresses = List.of();

    /**
     * Knows no replica yet, and so leaves the choice to whatever the service's name leads to.
     *
     * @param coolOff how long an address at which nobody answered is tried only after the others
     * @param nanos a clock
     */
    ByMeeting(Origin origin, Duration coolOff, LongSupplier nanos) {
        this.origin = origin;
        this.coolOff = coolOff.toNanos();
        this.nanos = nanos;
    }

    /** Takes these addresses, as IP addresses, for all of the service's replicas. */
    void know(List<String> found) {
        addresses = List.copyOf(found);
        failed.keySet().retainAll(found);
    }

    @Override
    public List<Way> of(String path) {
        List<String> known = addresses;
        if (known.isEmpty()) {
            return List.of(Way.to(origin));
        }
        Matcher meeting = MEETING.matcher(path);
        String key = meeting.matches() ? meeting.group(1) : Long.toString(turn.getAndIncrement());
        long now = nanos.getAsLong();
        return known.stream()
                .map(address -> new Candidate(address, coolsOff(address, now), weight(key, address)))
                .sorted(Candidate.FIRST_TO_TRY)
                .limit(MOST)
                .map(candidate -> way(candidate.address))
                .toList();
    }

    /** An address as it stands for one request, so that nothing changes while they are put in order. */
    private record Candidate(String address, boolean coolsOff, long weight) {

        private static final Comparator<Candidate> FIRST_TO_TRY = Comparator.comparing(Candidate::coolsOff)
                .thenComparing(Comparator.comparing(Candidate::weight).reversed())
                .thenComparing(Candidate::address);
    }

    private Way way(String address) {
        RequestOptions options = origin.address();
        options.setServer(SocketAddress.inetSocketAddress(options.getPort(), address));
        return new Way(options, () -> failed.put(address, nanos.getAsLong()));
    }

    private boolean coolsOff(String address, long now) {
        Long since = failed.get(address);
        return since != null && now - since < coolOff;
    }

    private static long weight(String key, String address) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest((key + '/' + address).getBytes(UTF_8));
            return Integer.toUnsignedLong(ByteBuffer.wrap(hash).getInt());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
