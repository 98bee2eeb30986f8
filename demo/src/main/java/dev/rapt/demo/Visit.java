package dev.rapt.demo;

import dev.rapt.demo.bot.Webhooks;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A replay to a demo that runs already; starts and stops nothing. */
final class Visit {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;

    private final Options options;
    private final URI origin;
    private final Terminal terminal;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    Visit(Options options, URI origin, Terminal terminal) {
        this.options = options;
        this.origin = origin;
        this.terminal = terminal;
    }

    /** Replays to its end and answers with the exit status. */
    int run() throws InterruptedException {
        requireReady();
        MeetingRun meeting = new MeetingRun(
                options,
                http,
                origin,
                Optional.empty(),
                Optional.ofNullable(System.getenv(Webhooks.SECRET)),
                terminal,
                new CompletableFuture<>());
        terminal.say("Dashboard: " + options.shown().orElse(origin).resolve("/#/meetings/" + meeting.meetingId()));
        Thread onSignal = new Thread(meeting::endEarly, "on-signal");
        Runtime.getRuntime().addShutdownHook(onSignal);
        return meeting.run(System.nanoTime());
    }

    private void requireReady() throws InterruptedException {
        URI ready = origin.resolve("/q/health/ready");
        try {
            int status = http.send(
                            HttpRequest.newBuilder(ready).timeout(PATIENCE).build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status != OK) {
                throw new DemoException(ready + " answers " + status + ": the demo there isn't ready.");
            }
        } catch (IOException e) {
            throw new DemoException("Nobody answers at " + origin + ": start bin/demo --no-replay first.", e);
        }
    }
}
