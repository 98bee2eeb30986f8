package dev.rapt.demo;

import dev.rapt.demo.bot.Webhooks;
import dev.rapt.demo.process.Home;
import dev.rapt.demo.process.Pipe;
import dev.rapt.demo.process.Ports;
import dev.rapt.demo.process.Readiness;
import dev.rapt.demo.process.Supervisor;
import dev.rapt.kafka.setup.KafkaConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One run of the demo: start, replay, summary, stop. */
final class Launcher {

    private static final Duration START_PATIENCE = Duration.ofMinutes(4);
    private static final Duration FOREVER = Duration.ofDays(3650);

    private final Options options;
    private final Ports ports;
    private final Home home;
    private final Terminal terminal;
    private final Supervisor supervisor;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private volatile MeetingRun meeting;
    private boolean ended;

    Launcher(Options options, Path root, Terminal terminal) {
        this.options = options;
        this.ports = new Ports(options.portBase);
        this.home = new Home(root, ports.base());
        this.terminal = terminal;
        this.supervisor = new Supervisor(terminal::say);
    }

    /** Runs the demo to its end and answers with the exit status; no child is left when it returns or throws. */
    int run() throws InterruptedException {
        ports.requireFree();
        home.freshData();
        Thread onSignal = new Thread(this::endOnSignal, "on-signal");
        Runtime.getRuntime().addShutdownHook(onSignal);
        try {
            return startAndServe();
        } finally {
            end();
        }
    }

    private int startAndServe() throws InterruptedException {
        long started = started();
        Optional<LiveToken> live = options.live ? Optional.of(LiveToken.random()) : Optional.empty();
        String secret = webhookSecret();
        Map<String, String> secrets = new HashMap<>(Map.of(Webhooks.SECRET, secret));
        live.ifPresent(token -> secrets.put(LiveToken.VARIABLE, token.secret()));
        Pipe pipe = new Pipe(home, ports, secrets, live.isPresent());
        terminal.say("Starting Kafka, detector, classifier and aggregator; their logs are in " + home.data());
        pipe.children().forEach(supervisor::start);
        new Readiness(http, supervisor, terminal::say).await(ports, START_PATIENCE, started);
        terminal.say("Dashboard: " + "http://localhost:" + ports.aggregator() + "/");
        terminal.say("Access is open on this machine only: no tokens are needed (docs/security.md)");
        if (options.noReplay) {
            live.ifPresent(token ->
                    terminal.say("Live picture of a meeting: " + token.command(ports.aggregator(), "MEETING")));
            terminal.say("No replay: the services run until Ctrl-C.");
            waitFor(options.length().isPresent() ? Duration.ofSeconds(options.seconds) : FOREVER);
            return 0;
        }
        meeting = new MeetingRun(
                options,
                http,
                origin(),
                Optional.of(KafkaConnection.plain(pipe.bootstrapServers())),
                Optional.of(secret),
                terminal,
                supervisor.failure());
        live.ifPresent(
                token -> terminal.say("Live picture: " + token.command(ports.aggregator(), meeting.meetingId())));
        return meeting.run(started);
    }

    /** When the command was given, if bin/demo says so, so that the time of a start is the one that a person waits. */
    private static long started() {
        long given = Long.getLong("rapt.startedAt", System.currentTimeMillis());
        return System.nanoTime() - Math.max(0, System.currentTimeMillis() - given) * 1_000_000L;
    }

    /** The secret that Attendee's webhooks are signed with: the environment's, or one that nobody else knows. */
    private static String webhookSecret() {
        String given = System.getenv(Webhooks.SECRET);
        if (given != null && !given.isBlank()) {
            return given;
        }
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }

    private URI origin() {
        return URI.create("http://127.0.0.1:" + ports.aggregator());
    }

    private void waitFor(Duration length) throws InterruptedException {
        try {
            throw supervisor.failure().get(length.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            terminal.say("Time is up.");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** In the shutdown hook, after Ctrl-C or SIGTERM: the meeting gets its end and its summary, then all ends. */
    private void endOnSignal() {
        MeetingRun running = meeting;
        if (running != null) {
            running.endEarly();
        }
        end();
    }

    /** Both the run's thread and the hook come here; the second finds nothing left to do. */
    private synchronized void end() {
        if (!ended) {
            ended = true;
            supervisor.stop();
            home.dropRecords();
        }
    }
}
