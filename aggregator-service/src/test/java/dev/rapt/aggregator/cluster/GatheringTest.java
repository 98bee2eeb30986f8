package dev.rapt.aggregator.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.query.Reading;
import dev.rapt.aggregator.testing.PlainVertx;
import dev.rapt.aggregator.topology.Instance;
import dev.rapt.contracts.Keys;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.Vertx;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GatheringTest {

    private final Vertx vertx = PlainVertx.start();
    private final FakeInstances believes = new FakeInstances();
    private final Reading reading = new OneAThread();
    private Gathering gathering;
    private FakeInstance other;

    /** Each request has one of its own; here each thread is a request. */
    private static final class OneAThread extends Reading {

        private final ThreadLocal<Reading> own = ThreadLocal.withInitial(Reading::new);

        @Override
        public void only(Set<Integer> partitions) {
            own.get().only(partitions);
        }

        @Override
        public boolean isOfThisPart(int partition, IntPredicate counted) {
            return own.get().isOfThisPart(partition, counted);
        }

        @Override
        public Set<Integer> covered() {
            return own.get().covered();
        }

        @Override
        public void forAPart(Set<Integer> partitions) {
            own.get().forAPart(partitions);
        }

        @Override
        public boolean isForAPart() {
            return own.get().isForAPart();
        }

        @Override
        public void markStale() {
            own.get().markStale();
        }

        @Override
        public boolean isStale() {
            return own.get().isStale();
        }
    }

    @BeforeEach
    void start() throws Exception {
        believes.address = "127.0.0.1:1";
        believes.held = Set.of(0, 1);
        other = new FakeInstance(vertx);
        other("told", "2,3");
        all(new Instance(other.address(), Set.of(2, 3), Set.of()));
        gathering = gathering(FakeInstance.PATIENT);
    }

    private Gathering gathering(String patience) {
        AggregatorConfig config = FakeInstance.config(patience);
        return new Gathering(
                believes,
                reading,
                new PartClient(new Peers(config, vertx), believes, new Asker(new CurrentVertxRequest()), config),
                config);
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    private void all(Instance... others) {
        List<Instance> all = new ArrayList<>(List.of(others));
        all.add(new Instance(believes.address, Set.of(0, 1), Set.of()));
        believes.all = all;
    }

    private void other(String body, String partitions) {
        other.resource = request -> request.response()
                .putHeader(Headers.PARTITIONS, partitions)
                .end(body + " " + request.uri() + " " + request.getHeader(Headers.PARTITIONS) + " "
                        + request.getHeader(Headers.FORWARDED));
    }

    /** As a query over all stores does. */
    private String own() {
        List<Integer> made = new ArrayList<>();
        for (int partition = 0; partition < 4; partition++) {
            if (reading.isOfThisPart(partition, believes::holds)) {
                made.add(partition);
            }
        }
        return "own " + made;
    }

    private Gathered<String> gather() {
        return gathering.gather(new Question<>("/v1/meetings?q=x", Set.of(), this::own, body -> body));
    }

    @Test
    void hasNothingToGatherAlone() {
        all();
        believes.held = Set.of(0, 1, 2, 3);

        assertThat(gather()).isEqualTo(new Gathered<>(List.of(new Part<>("own [0, 1, 2, 3]", false)), List.of(), true));
    }

    @Test
    void gathersFromAll() {
        assertThat(gather())
                .isEqualTo(new Gathered<>(
                        List.of(
                                new Part<>("own [0, 1]", false),
                                new Part<>("told /v1/meetings?q=x own 127.0.0.1:1", false)),
                        List.of(),
                        true));
        assertThat(reading.isStale()).isFalse();
    }

    @Test
    void givesOnlyItsPartToOneThatGathers() {
        reading.forAPart(Set.of());

        assertThat(gather()).isEqualTo(new Gathered<>(List.of(new Part<>("own [0, 1]", false)), List.of(), true));
        assertThat(other.answered).hasValue(0);
        assertThat(reading.covered()).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void namesAnInstanceThatCannotBeReached() throws Exception {
        // Given nobody on a port
        String nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = "127.0.0.1:" + socket.getLocalPort();
        }
        all(new Instance(nobody, Set.of(2, 3), Set.of()));

        // Then
        assertThat(gather())
                .isEqualTo(new Gathered<>(
                        List.of(new Part<>("own [0, 1]", false)), List.of(new Missing(nobody, "unreachable")), true));
    }

    @Test
    void namesOneThatDoesNotAnswerInTime() {
        gathering = gathering(FakeInstance.IMPATIENT);
        other.resource = request -> {};

        assertThat(gather().missing()).containsExactly(new Missing(other.address(), "timeout"));
        assertThat(gather().missing()).containsExactly(new Missing(other.address(), "timeout"));
        assertThat(other.answered).hasValue(1);
    }

    @Test
    void namesOneThatIsNotReady() {
        for (String part : List.of("2", "")) {
            other("told", part);
            assertThat(gather().missing()).containsExactly(new Missing(other.address(), "not-ready"));
        }
        other.resource = request -> request.response().setStatusCode(503).end();
        assertThat(gather().missing()).containsExactly(new Missing(other.address(), "not-ready"));
    }

    @Test
    void namesItselfForWhatIsBetweenTwoHands() {
        // Given that nobody is known to count partition 3
        all(new Instance(other.address(), Set.of(2), Set.of()));
        other("told", "2");

        assertThat(gather().missing()).containsExactly(new Missing("127.0.0.1:1", "not-ready"));
    }

    @Test
    void fillsInFromItsOwnCopiesAndFromOthers() throws Exception {
        // Given an owner that is gone, copies of its partitions here and there
        FakeInstance gone = new FakeInstance(vertx);
        gone.die();
        believes.copied = Set.of(3);
        all(new Instance(gone.address(), Set.of(2, 3), Set.of()), new Instance(other.address(), Set.of(), Set.of(2)));
        other.resource = request -> {
            String wanted = request.getHeader(Headers.PARTITIONS);
            request.response()
                    .putHeader(Headers.PARTITIONS, wanted.equals(Headers.OWN) ? "" : wanted)
                    .end("copies of " + wanted);
        };

        // Then
        assertThat(gather())
                .isEqualTo(new Gathered<>(
                        List.of(
                                new Part<>("own [0, 1]", false),
                                new Part<>("own [3]", true),
                                new Part<>("copies of 2", true)),
                        List.of(new Missing(gone.address(), "unreachable")),
                        true));
        assertThat(reading.isStale()).isTrue();
    }

    @Test
    void knowsThatItKnowsNothing() {
        believes.held = Set.of();
        all();

        assertThat(gather().known()).isFalse();
        assertThat(gather().parts()).isEmpty();
    }

    @Test
    void namesOnlyThoseThatMatter() {
        // Given a question about one meeting, whose partition is here
        other.resource = request -> request.response().setStatusCode(404).end();
        String mine = IntStream.range(0, 100)
                .mapToObj(i -> "m" + i)
                .filter(id -> Keys.partitionOf(id, 4) == 1)
                .findFirst()
                .orElseThrow();

        Gathered<String> gathered = gathering.gather(new Question<>(
                "/v1/comparisons", Set.of(mine), () -> gathering.isOfThisPart(mine) ? mine : "nothing", body -> body));

        assertThat(gathered.parts()).containsExactly(new Part<>(mine, false));
        assertThat(gathered.missing()).isEmpty();
    }

    @Test
    void holdsUpNoMoreThanSoManyRequests() throws Exception {
        // Given as many that wait as may
        gathering = gathering(FakeInstance.IMPATIENT);
        other.resource = request -> {};
        BlockingQueue<Gathered<String>> done = new LinkedBlockingQueue<>();
        CountDownLatch begun = new CountDownLatch(8);
        for (int i = 0; i < 8; i++) {
            new Thread(() -> done.add(gathering.gather(new Question<>(
                            "/v1/meetings",
                            Set.of(),
                            () -> {
                                begun.countDown();
                                return own();
                            },
                            body -> body))))
                    .start();
        }
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

        // Then one more doesn't
        assertThat(gather().known()).isFalse();
        for (int i = 0; i < 8; i++) {
            assertThat(done.poll(20, TimeUnit.SECONDS).known()).isTrue();
        }
    }
}
