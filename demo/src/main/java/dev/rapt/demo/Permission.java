package dev.rapt.demo;

import dev.rapt.demo.watch.TimelineClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Says what the replayed meeting is measured for and that its participants have agreed, as whoever runs a real meeting has
 * to before the first frame.
 */
final class Permission {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final String NOTICE = "demo";

    private final TimelineClient client;
    private final String protocol;
    private final BooleanSupplier givenUp;

    /** @param givenUp whether there is nothing to wait for any more */
    Permission(TimelineClient client, String protocol, BooleanSupplier givenUp) {
        this.client = client;
        this.protocol = protocol;
        this.givenUp = givenUp;
    }

    /** Returns once it is said; throws {@link DemoException} when nobody takes it within a minute. */
    void get(List<String> participants) throws InterruptedException {
        insist("its declaration", () -> client.declare(declaration()));
        for (String participant : participants) {
            insist("a participant's consent", () -> client.consent(participant, NOTICE));
        }
    }

    private Map<String, Object> declaration() {
        return Map.of(
                "title",
                "Sample meeting",
                "labels",
                List.of("demo", protocol),
                "purpose",
                "personal",
                "region",
                "EU",
                "signals",
                "attention+expression",
                "consent",
                "explicit",
                "view",
                "individual");
    }

    /** Something to be said, which answers why it wasn't taken, if so. */
    private interface Saying {
        Optional<String> say() throws InterruptedException;
    }

    // An aggregator that has just started can't read what it is told for a moment
    private void insist(String what, Saying saying) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Optional<String> refused = saying.say();
        while (refused.isPresent() && System.nanoTime() < deadline && !givenUp.getAsBoolean()) {
            Thread.sleep(PAUSE.toMillis());
            refused = saying.say();
        }
        if (refused.isPresent()) {
            throw new DemoException("The aggregator doesn't take " + what + ": " + refused.get());
        }
    }
}
