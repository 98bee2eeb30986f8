package dev.rapt.aggregator.cluster;

import dev.rapt.aggregator.AggregatorConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A server with the forwarding of an instance before resources that a test makes up. */
final class FakeInstance {

    /** For instances that answer: no test may fail because the machine is slow. */
    static final String PATIENT = "30s";

    /** For those that don't. */
    static final String IMPATIENT = "2s";

    final FakeInstances believes = new FakeInstances();
    final AtomicInteger answered = new AtomicInteger();
    volatile Handler<HttpServerRequest> resource = request -> request.response().end();
    private final HttpServer server;

    FakeInstance(Vertx vertx) throws Exception {
        this(vertx, config(PATIENT));
    }

    FakeInstance(Vertx vertx, AggregatorConfig config) throws Exception {
        Router router = Router.router(vertx);
        // It must know its address before it can listen
        believes.address = "127.0.0.1:0";
        new Forwarding(believes, new Peers(config, vertx), config).addRoutes(router);
        router.route().handler(context -> {
            answered.incrementAndGet();
            resource.handle(context.request());
        });
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        believes.address = "127.0.0.1:" + server.actualPort();
    }

    static AggregatorConfig config(String patience) {
        return new SmallRyeConfigBuilder()
                .withMapping(AggregatorConfig.class)
                .withDefaultValue("rapt.aggregator.cluster.answer-timeout", patience)
                .withDefaultValue("rapt.aggregator.cluster.gather-timeout", patience)
                .withDefaultValue("rapt.aggregator.cluster.cool-off", "60s")
                .withDefaultValue("rapt.aggregator.cluster.retry-after", "3s")
                .withDefaultValue("rapt.aggregator.cluster.whole-answer", "100K")
                .withConverter(Duration.class, 200, new DurationConverter())
                .withConverter(MemorySize.class, 200, new MemorySizeConverter())
                .addDefaultInterceptors()
                .build()
                .getConfigMapping(AggregatorConfig.class);
    }

    String address() {
        return believes.address;
    }

    URI uri(String path) {
        return URI.create("http://" + address() + path);
    }

    void die() throws Exception {
        server.close().toCompletionStage().toCompletableFuture().get();
    }
}
