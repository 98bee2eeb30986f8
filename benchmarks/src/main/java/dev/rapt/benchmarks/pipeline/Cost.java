package dev.rapt.benchmarks.pipeline;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a stretch of time came to.
 *
 * @param frames counted in the timelines meanwhile
 * @param cpuMillis processor time of each service, all instances together
 */
record Cost(long frames, Map<ServiceKind, Long> cpuMillis) {

    Cost {
        cpuMillis = Map.copyOf(cpuMillis);
    }

    static Cost of(Suite suite, Load load, Duration length) throws IOException, InterruptedException {
        Map<ServiceKind, Long> before = suite.cpuMillis();
        long counted = load.counted();
        TimeUnit.MILLISECONDS.sleep(length.toMillis());
        long frames = load.counted() - counted;
        Map<ServiceKind, Long> used = new EnumMap<>(ServiceKind.class);
        suite.cpuMillis().forEach((kind, millis) -> used.put(kind, millis - before.get(kind)));
        return new Cost(frames, used);
    }

    /** Milliseconds of processor time a frame costs this service. */
    double millisAFrame(ServiceKind kind) {
        return (double) cpuMillis.get(kind) / frames;
    }

    double millisAFrame() {
        return (double) cpuMillis.values().stream().mapToLong(Long::longValue).sum() / frames;
    }

    /** Frames a second that one core would hold, if it did nothing else. */
    double framesACoreSecond() {
        return 1_000 / millisAFrame();
    }
}
