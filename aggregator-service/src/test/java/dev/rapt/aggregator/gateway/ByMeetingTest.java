package dev.rapt.aggregator.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapt.aggregator.testing.PlainVertx;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.RequestOptions;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ByMeetingTest {

    private static final Origin DETECTOR = new Origin("detector", URI.create("http://detector-instances:8080"));
    private static final List<String> FOUR = List.of("10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.4");

    private final AtomicLong now = new AtomicLong();
    private final ByMeeting replicas = knowing(FOUR);

    private ByMeeting knowing(List<String> addresses) {
        ByMeeting made = new ByMeeting(DETECTOR, Duration.ofSeconds(3), now::get);
        made.know(addresses);
        return made;
    }

    private static String chosen(ByMeeting replicas, String meeting) {
        return address(replicas.of("/v1/meetings/" + meeting + "/frames").get(0));
    }

    private static String address(Way way) {
        return way.options().getServer().host();
    }

    @Test
    void aMeetingHasOneReplicaWhicheverPathAndGateway() {
        // Given
        List<String> paths =
                List.of("frames", "frames?x=1", "stream", "participants/p/frames", "frame.jpg", "bots/recall");
        ByMeeting anotherGateway = knowing(List.of("10.0.0.4", "10.0.0.2", "10.0.0.1", "10.0.0.3"));

        for (int i = 0; i < 50; i++) {
            Set<String> addresses = new HashSet<>();
            for (String path : paths) {
                String whole = "/v1/meetings/m" + i + "/" + path;
                addresses.add(address(replicas.of(whole).get(0)));
                addresses.add(address(anotherGateway.of(whole).get(0)));
            }
            assertThat(addresses).hasSize(1);
        }
    }

    @Test
    void meetingsAreSharedEvenly() {
        // When
        Map<String, Integer> meetings = new HashMap<>();
        for (int i = 0; i < 4000; i++) {
            meetings.merge(chosen(replicas, "meeting-" + i), 1, Integer::sum);
        }

        // Then
        assertThat(meetings.keySet()).containsExactlyInAnyOrderElementsOf(FOUR);
        assertThat(meetings.values()).allSatisfy(count -> assertThat(count).isBetween(800, 1200));
    }

    @Test
    void aReplicaThatComesTakesOnlyItsOwn() {
        // Given
        List<String> five = new ArrayList<>(FOUR);
        five.add("10.0.0.5");
        ByMeeting more = knowing(five);

        // Then
        int moved = 0;
        for (int i = 0; i < 1000; i++) {
            String before = chosen(replicas, "m" + i);
            String after = chosen(more, "m" + i);
            if (!after.equals(before)) {
                assertThat(after).isEqualTo("10.0.0.5");
                moved++;
            }
        }
        assertThat(moved).isBetween(120, 280);
    }

    @Test
    void whoeverDoesNotAnswerIsLastForAWhile() {
        // Given
        List<Way> ways = replicas.of("/v1/meetings/m/stream");
        String first = address(ways.get(0));

        // When
        ways.get(0).failed().run();

        // Then
        assertThat(chosen(replicas, "m")).isEqualTo(address(ways.get(1)));
        now.addAndGet(Duration.ofSeconds(3).toNanos());
        assertThat(chosen(replicas, "m")).isEqualTo(first);
    }

    @Test
    void whatHasNoMeetingGoesToAll() {
        // When
        Set<String> addresses = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            addresses.add(address(replicas.of("/v1/analyze").get(0)));
        }

        // Then
        assertThat(addresses).containsExactlyInAnyOrderElementsOf(FOUR);
    }

    @Test
    void theNameIsKeptForCertificatesAndTheHostHeader() {
        RequestOptions options = replicas.of("/v1/meetings/m/stream").get(0).options();

        assertThat(options.getHost()).isEqualTo("detector-instances");
        assertThat(options.getServer().port()).isEqualTo(8080);
    }

    @Test
    void aNameWithoutAddressesIsLeftToTheResolver() {
        RequestOptions options =
                knowing(List.of()).of("/v1/meetings/m/stream").get(0).options();

        assertThat(options.getHost()).isEqualTo("detector-instances");
        assertThat(options.getServer()).isNull();
    }

    @Test
    void aReplicaWithTwoKindsOfAddressesCountsOnce() throws Exception {
        assertThat(LookUp.addresses(
                        InetAddress.getByName("fd00::1"),
                        InetAddress.getByName("10.0.0.2"),
                        InetAddress.getByName("10.0.0.1")))
                .containsExactly("10.0.0.1", "10.0.0.2");
        assertThat(LookUp.addresses(InetAddress.getByName("fd00::1"))).hasSize(1);
    }

    @Test
    void theNextWayIsTakenWhenNobodyIsAtTheFirst() throws Exception {
        // Given
        Vertx vertx = PlainVertx.start();
        try (ServerSocket closed = new ServerSocket(0)) {
            int nobody = closed.getLocalPort();
            closed.close();
            HttpServer server = await(vertx.createHttpServer()
                    .requestHandler(request -> request.response().end("here"))
                    .listen(0));
            AtomicInteger failures = new AtomicInteger();
            Way dead = way(nobody, failures);
            Way alive = way(server.actualPort(), failures);

            // When, then
            var client = vertx.createHttpClient();
            assertThat(await(Way.first(client, List.of(dead, alive))
                                    .compose(request -> request.setURI("/").send())
                                    .compose(answer -> answer.body()))
                            .toString())
                    .isEqualTo("here");
            assertThat(failures).hasValue(1);
            assertThatThrownBy(() -> await(Way.first(client, List.of(dead, dead))))
                    .hasMessageContaining("refused");
            assertThat(failures).hasValue(3);
        } finally {
            await(vertx.close());
        }
    }

    private static Way way(int port, AtomicInteger failures) {
        return new Way(new RequestOptions().setHost("127.0.0.1").setPort(port), failures::incrementAndGet);
    }

    private static <T> T await(io.vertx.core.Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}
