package dev.rapt.detector.live;

import dev.rapt.detector.FrameFindings;
import dev.rapt.detector.ingest.CropSink;
import dev.rapt.detector.ingest.Frame;
import dev.rapt.meeting.Signals;
import java.util.concurrent.CompletionStage;

/** Shows every frame that was read to the live pictures on its way to Kafka. */
public final class LiveSink implements CropSink {

    private final CropSink sink;
    private final LivePictures pictures;

    public LiveSink(CropSink sink, LivePictures pictures) {
        this.sink = sink;
        this.pictures = pictures;
    }

    @Override
    public CompletionStage<Void> publish(Frame frame, FrameFindings findings, Signals signals, int skippedBefore) {
        // Frames cut out of a composite have no picture of their own; the composite is shown as a whole
        if (frame.picture().length > 0) {
            pictures.saw(frame, findings);
        }
        return sink.publish(frame, findings, signals, skippedBefore);
    }
}
