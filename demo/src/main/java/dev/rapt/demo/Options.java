package dev.rapt.demo;

import dev.rapt.demo.bot.Protocol;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine;

/** The options of {@code bin/demo}. */
final class Options {

    private static final double FASTEST = 100;

    @CommandLine.Option(names = "--headless", description = "No live table in the terminal.")
    boolean headless;

    @CommandLine.Option(names = "--no-replay", description = "The services only, no meeting.")
    boolean noReplay;

    @CommandLine.Option(
            names = "--seconds",
            paramLabel = "N",
            description = "End after so many seconds, counted from the first frame (default: at Ctrl-C).")
    Long seconds;

    @CommandLine.Option(
            names = "--speed",
            paramLabel = "X",
            defaultValue = "1",
            description = "Replay X times as fast; the meeting's own time passes X times as fast too.")
    double speed;

    @CommandLine.Option(
            names = "--protocol",
            paramLabel = "BOT",
            defaultValue = "native",
            converter = ProtocolOption.class,
            description = "Whose messages the replay sends: native, attendee, recall or zoom-rtms"
                    + " (default ${DEFAULT-VALUE}).")
    Protocol protocol;

    @CommandLine.Option(
            names = "--against",
            paramLabel = "URL",
            description = "Start nothing and replay to a demo that runs, such as http://localhost:8082.")
    URI against;

    @CommandLine.Option(
            names = "--dashboard",
            paramLabel = "URL",
            description = "Where people reach what --against names, if they do by another address; only printed.")
    URI dashboard;

    @CommandLine.Option(
            names = "--port-base",
            paramLabel = "P",
            defaultValue = "8080",
            description =
                    "P detector, P+1 classifier, P+2 aggregator and dashboard, P+9 Kafka (default ${DEFAULT-VALUE}).")
    int portBase;

    @CommandLine.Option(
            names = "--live",
            description = "Keep the last frames in memory and show them, annotated, to whoever has the token printed.")
    boolean live;

    @CommandLine.Option(
            names = "--summary",
            paramLabel = "FILE",
            description = "Write what the replay came to as JSON when it ends.")
    Path summary;

    @CommandLine.Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "This help.")
    boolean help;

    OptionalLong length() {
        return seconds == null ? OptionalLong.empty() : OptionalLong.of(seconds);
    }

    Optional<Path> summaryFile() {
        return Optional.ofNullable(summary);
    }

    Optional<URI> running() {
        return Optional.ofNullable(against);
    }

    /** Where people look, at what the replay goes to. */
    Optional<URI> shown() {
        return Optional.ofNullable(dashboard).or(this::running);
    }

    void check() {
        if (seconds != null && seconds < 1) {
            throw new DemoException("--seconds is at least 1, not " + seconds + ".");
        }
        if (!(speed > 0 && speed <= FASTEST)) {
            throw new DemoException("--speed is above 0 and at most 100, not " + speed + ".");
        }
        if (against != null && noReplay) {
            throw new DemoException("--against replays, so it can't go with --no-replay.");
        }
        if (against != null && !("http".equals(against.getScheme()) && against.getHost() != null)) {
            throw new DemoException("--against is an address such as http://localhost:8082, not " + against + ".");
        }
        if (dashboard != null && against == null) {
            throw new DemoException("--dashboard goes with --against.");
        }
        if (noReplay && summary != null) {
            throw new DemoException("--summary needs a replay, so it can't go with --no-replay.");
        }
    }
}
