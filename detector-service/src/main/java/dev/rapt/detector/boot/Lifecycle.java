package dev.rapt.detector.boot;

import dev.rapt.detector.ingest.FrameDesk;
import dev.rapt.detector.ingest.gallery.GalleryDesk;
import dev.rapt.detector.meters.Meters;
import dev.rapt.detector.publish.KafkaLink;
import dev.rapt.meeting.follow.StateFollower;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;

/** Brings the parts up in the background, and down in the order in which a frame passes them. */
final class Lifecycle {

    void start(
            @Observes StartupEvent event,
            Vision vision,
            KafkaLink kafka,
            StateFollower states,
            FrameDesk desk,
            Meters meters) {
        vision.open();
        kafka.open();
        states.open();
        meters.kafka(states::connections);
    }

    void stop(
            @Observes ShutdownEvent event,
            Vision vision,
            KafkaLink kafka,
            StateFollower states,
            FrameDesk desk,
            GalleryDesk galleries)
            throws InterruptedException {
        galleries.close();
        desk.close();
        states.close();
        kafka.close();
        vision.close();
    }
}
