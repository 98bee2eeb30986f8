package dev.rapt.detector.boot;

import dev.rapt.detector.QualitySettings;
import dev.rapt.detector.VisionSettings;
import dev.rapt.detector.books.Books;
import dev.rapt.detector.config.DetectorConfig;
import dev.rapt.detector.face.FaceSettings;
import dev.rapt.detector.face.TrackingSettings;
import dev.rapt.detector.frame.ImageLimits;
import dev.rapt.detector.ingest.CropSink;
import dev.rapt.detector.ingest.FrameDesk;
import dev.rapt.detector.ingest.FrameReader;
import dev.rapt.detector.ingest.FrameRules;
import dev.rapt.detector.ingest.Room;
import dev.rapt.detector.ingest.gallery.GalleryDesk;
import dev.rapt.detector.ingest.gallery.GalleryReader;
import dev.rapt.detector.ingest.gallery.GallerySettings;
import dev.rapt.detector.ingest.gallery.GalleryWatcher;
import dev.rapt.detector.ingest.gallery.LayoutRules;
import dev.rapt.detector.live.LiveAccess;
import dev.rapt.detector.live.LivePictures;
import dev.rapt.detector.live.LiveSink;
import dev.rapt.detector.meeting.GatedLog;
import dev.rapt.detector.meeting.MeetingLog;
import dev.rapt.detector.meeting.MeetingStates;
import dev.rapt.detector.meters.BooksCollector;
import dev.rapt.detector.meters.Meters;
import dev.rapt.detector.publish.CropPublisher;
import dev.rapt.detector.publish.KafkaLink;
import dev.rapt.detector.publish.LogPublisher;
import dev.rapt.kafka.setup.KafkaConnection;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Puts the detector together: the only place where its parts meet the container. */
final class Assembly {

    @Produces
    @Singleton
    Books books() {
        return new Books();
    }

    @Produces
    @Singleton
    Meters meters(MeterRegistry registry, PrometheusMeterRegistry prometheus, Books books) {
        prometheus.getPrometheusRegistry().register(new BooksCollector(books));
        return new Meters(registry);
    }

    @Produces
    @Singleton
    Vision vision(DetectorConfig config) {
        DetectorConfig.Vision vision = config.vision();
        FaceSettings faces = new FaceSettings(
                vision.detectorScore(),
                vision.framePresence(),
                vision.picturePresence(),
                vision.minEyeDistance(),
                vision.darkLuminance());
        QualitySettings quality =
                new QualitySettings(vision.minSharpness(), vision.minBrightness(), vision.maxYaw(), vision.maxPitch());
        DetectorConfig.Tracking tracking = vision.tracking();
        return new Vision(new VisionSettings(
                limits(config),
                faces,
                quality,
                new TrackingSettings(
                        tracking.enabled(),
                        tracking.fullPassAfter(),
                        tracking.maxPause(),
                        tracking.likeness(),
                        tracking.surroundings(),
                        tracking.presence()),
                vision.runtime(),
                vision.cropSide(),
                workers(config)));
    }

    @Produces
    @Singleton
    KafkaLink kafkaLink(KafkaConnection kafka, DetectorConfig config) {
        return new KafkaLink(kafka.properties(), config.kafka());
    }

    @Produces
    @Singleton
    FrameRules rules(DetectorConfig config, MeetingStates states) {
        return new FrameRules(
                limits(config),
                config.capturedAt().maxPast(),
                config.capturedAt().maxFuture(),
                Clock.systemUTC(),
                states);
    }

    @Produces
    @Singleton
    @DefaultBean
    MeetingLog meetingLog(KafkaLink link, MeetingStates states) {
        return new GatedLog(new LogPublisher(link), states);
    }

    @Produces
    @Singleton
    @DefaultBean
    FrameReader reader(Vision vision) {
        return vision::read;
    }

    @Produces
    @Singleton
    @DefaultBean
    CropSink sink(KafkaLink link, LiveAccess access, LivePictures pictures) {
        CropSink sink = new CropPublisher(link);
        return access.isOpen() ? new LiveSink(sink, pictures) : sink;
    }

    @Produces
    @Singleton
    FrameDesk desk(
            DetectorConfig config,
            Books books,
            FrameReader reader,
            CropSink sink,
            Meters meters,
            MeetingStates states) {
        return new FrameDesk(
                books,
                new Room(
                        config.inFlight().maxFrames(),
                        config.inFlight().maxBytes().asLongValue()),
                workers(config),
                config.memory().participants(),
                config.memory().expiry(),
                reader,
                sink,
                meters,
                states);
    }

    @Produces
    @Singleton
    @DefaultBean
    GalleryReader galleryReader(Vision vision) {
        return vision::openComposite;
    }

    @Produces
    @Singleton
    GallerySettings gallerySettings(DetectorConfig config) {
        DetectorConfig.Gallery gallery = config.gallery();
        return new GallerySettings(
                gallery.maxTiles(),
                (int) gallery.maxLayout().asLongValue(),
                gallery.workers().orElse(Math.max(1, workers(config) / 2)),
                gallery.maxWaiting(),
                gallery.gap(),
                gallery.expiry(),
                gallery.meetings(),
                gallery.closerLookEvery(),
                config.picture().minSide(),
                config.vision().darkLuminance());
    }

    @Produces
    @Singleton
    LayoutRules layoutRules(GallerySettings settings) {
        return new LayoutRules(settings);
    }

    @Produces
    @Singleton
    GalleryDesk galleryDesk(
            FrameDesk desk,
            GalleryReader reader,
            CropSink sink,
            Meters meters,
            MeetingStates states,
            LiveAccess access,
            LivePictures pictures,
            GallerySettings settings) {
        GalleryWatcher watcher = access.isOpen() ? pictures::saw : GalleryWatcher.NONE;
        return new GalleryDesk(desk, reader, sink, states::claimGalleryEpoch, watcher, meters, states, settings);
    }

    private static int workers(DetectorConfig config) {
        return config.workers().orElse(Math.max(2, Runtime.getRuntime().availableProcessors()));
    }

    static ImageLimits limits(DetectorConfig config) {
        DetectorConfig.Picture picture = config.picture();
        return new ImageLimits(
                picture.maxSide(),
                picture.maxSide(),
                picture.maxPixels(),
                picture.maxBytes().asLongValue(),
                picture.minSide());
    }
}
