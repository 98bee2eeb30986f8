package dev.rapt.detector.boot;

import dev.rapt.access.AccessConfig;
import dev.rapt.detector.config.DetectorConfig;
import dev.rapt.detector.consume.LiveReader;
import dev.rapt.detector.live.LiveAccess;
import dev.rapt.detector.live.LiveLimits;
import dev.rapt.detector.live.LivePictures;
import dev.rapt.detector.live.LiveScreen;
import dev.rapt.detector.live.draw.Scene;
import dev.rapt.detector.live.draw.ScenePainter;
import dev.rapt.detector.meeting.MeetingStates;
import dev.rapt.detector.meters.Meters;
import dev.rapt.kafka.setup.KafkaConnection;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Puts the live picture together, and starts it when it is switched on and somebody may look. */
final class LiveAssembly {

    private static final Logger LOG = Logger.getLogger(LiveAssembly.class);

    @Produces
    @Singleton
    LiveAccess access(DetectorConfig config, AccessConfig door) {
        return new LiveAccess(
                config.live().enabled(), config.live().token(), !door.open().isOpen());
    }

    @Produces
    @Singleton
    LivePictures pictures(DetectorConfig config, MeetingStates states) {
        DetectorConfig.Live live = config.live();
        return new LivePictures(
                new LiveLimits(
                        live.expiry(),
                        live.maxPictures(),
                        live.maxBytes().asLongValue(),
                        live.maxTiles(),
                        live.labelAge()),
                states,
                Clock.systemUTC());
    }

    @Produces
    @Singleton
    LiveScreen screen(DetectorConfig config, LivePictures pictures, Meters meters) {
        DetectorConfig.Live live = config.live();
        ScenePainter painter = new ScenePainter(live.width(), live.height(), Assembly.limits(config));
        Function<Scene, byte[]> measured = scene -> {
            long began = System.nanoTime();
            byte[] jpeg = painter.draw(scene);
            meters.drew(System.nanoTime() - began);
            return jpeg;
        };
        return new LiveScreen(pictures, measured, live.interval(), live.maxViewers());
    }

    @Produces
    @Singleton
    LiveReader reader(KafkaConnection kafka, DetectorConfig config, LivePictures pictures) {
        return new LiveReader(
                kafka.properties(), config.kafka().retry(), config.live().logPast(), pictures);
    }

    void start(
            @Observes StartupEvent event,
            LiveAccess access,
            LivePictures pictures,
            LiveScreen screen,
            LiveReader reader,
            MeetingStates states,
            Meters meters) {
        if (access.lacksToken()) {
            LOG.error("Live pictures are switched on without a token: nobody sees any, and none is kept."
                    + " Set RAPT_DETECTOR_LIVE_TOKEN.");
        }
        if (access.isOpen()) {
            states.onNarrowing(screen::narrowed);
            screen.open();
            reader.open();
            meters.live(pictures::size, pictures::bytes, screen::viewers);
            LOG.info("Live pictures are on: the last frames are kept in memory for those who show the token");
        }
    }

    void stop(@Observes ShutdownEvent event, LiveScreen screen, LiveReader reader) {
        reader.close();
        screen.close();
    }
}
