package dev.rapt.aggregator.cluster;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.topology.Instances;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks other instances for their parts of lists. */
@ApplicationScoped
class PartClient {

    private static final int OK = 200;
    private static final Duration GRACE = Duration.ofMillis(500);

    private final Peers peers;
    private final Instances instances;
    private final Asker asker;
    private final Duration patience;

    PartClient(Peers peers, Instances instances, Asker asker, AggregatorConfig config) {
        this.asker = asker;
        this.peers = peers;
        this.instances = instances;
        this.patience = config.cluster().gatherTimeout();
    }

    /** What came of asking. */
    sealed interface Outcome {

        /** It told its part, made of these partitions. */
        record Told(String body, Set<Integer> partitions) implements Outcome {}

        /** It didn't, for this reason. */
        record Silent(String reason) implements Outcome {}
    }

    /** An instance that has been asked. */
    record Pending(String address, long deadline, CompletableFuture<Outcome> outcome) {

        /** Its answer, or that there is none in time. */
        Outcome await() {
            try {
                return outcome.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                return new Outcome.Silent(Missing.TIMEOUT);
            } catch (ExecutionException e) {
                return new Outcome.Silent(
                        e.getCause() instanceof TimeoutException ? Missing.TIMEOUT : Missing.UNREACHABLE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Outcome.Silent(Missing.TIMEOUT);
            }
        }
    }

    /** Asks for what the instance counts. */
    Pending own(String address, String path) {
        return ask(address, path, Headers.OWN);
    }

    /** Asks for what it has of these partitions. */
    Pending copies(String address, String path, Collection<Integer> partitions) {
        return ask(address, path, Headers.partitions(partitions));
    }

    private Pending ask(String address, String path, String partitions) {
        RequestOptions what = peers.way(address)
                .setMethod(HttpMethod.GET)
                .setURI(path)
                .putHeader("Accept", "application/json")
                .putHeader(Headers.FORWARDED, instances.address().orElseThrow())
                .putHeader(Headers.PARTITIONS, partitions);
        asker.introduce(what);
        // The head has its limit; the rest of an answer may come a little after it
        long deadline = System.nanoTime() + patience.plus(GRACE).toNanos();
        CompletableFuture<Outcome> outcome = peers.ask(address, what, patience, HttpClientRequest::send)
                .compose(PartClient::outcome)
                .toCompletionStage()
                .toCompletableFuture();
        return new Pending(address, deadline, outcome);
    }

    private static Future<Outcome> outcome(HttpClientResponse answer) {
        Future<Outcome> outcome = answer.body().map(body -> outcome(answer, body));
        answer.resume();
        return outcome;
    }

    private static Outcome outcome(HttpClientResponse answer, Buffer body) {
        String covered = answer.getHeader(Headers.PARTITIONS);
        return answer.statusCode() == OK && covered != null
                ? new Outcome.Told(body.toString(), Headers.partitions(covered))
                : new Outcome.Silent(Missing.NOT_READY);
    }
}
