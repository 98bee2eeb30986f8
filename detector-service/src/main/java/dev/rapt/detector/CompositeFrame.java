package dev.rapt.detector;

import dev.rapt.detector.face.FaceTrack;
import dev.rapt.detector.frame.DecodedFrame;
import dev.rapt.detector.gallery.Backdrop;
import dev.rapt.detector.gallery.Composite;
import dev.rapt.detector.gallery.Tile;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;

/** A composite in native memory, decoded once. Each look at it waits for a set of models of its own. */
final class CompositeFrame implements Composite {

    private static final int BACKDROP_WIDTH = 320;

    private final FramePipeline pipeline;
    private final DecodedFrame frame;

    CompositeFrame(FramePipeline pipeline, DecodedFrame frame) {
        this.pipeline = pipeline;
        this.frame = frame;
    }

    @Override
    public int width() {
        return frame.width();
    }

    @Override
    public int height() {
        return frame.height();
    }

    @Override
    public FrameReading read(Tile tile, Instant capturedAt, Optional<FaceTrack> last, boolean closely) {
        FrameReading reading = look((worker, whole) -> {
            try (DecodedFrame part = whole.part(tile.x(), tile.y(), tile.width(), tile.height())) {
                return closely ? worker.readTile(part, capturedAt, last) : worker.read(part, capturedAt, last);
            }
        });
        FrameFindings findings = reading.findings();
        FrameFindings moved = new FrameFindings(
                frame.width(),
                frame.height(),
                findings.faces().stream()
                        .map(face -> face.movedBy(tile.x(), tile.y()))
                        .toList(),
                findings.primary(),
                findings.absence());
        return new FrameReading(moved, reading.track(), reading.tracked());
    }

    @Override
    public PictureFindings readAll() {
        return look(FrameWorker::readPicture);
    }

    @Override
    public Backdrop backdrop() {
        int width = Math.min(BACKDROP_WIDTH, frame.width());
        int height = Math.max(1, Math.round((float) width * frame.height() / frame.width()));
        return new Backdrop(frame.width(), frame.height(), width, height, frame.shrunk(width, height));
    }

    @Override
    public void close() {
        frame.close();
    }

    private <T> T look(BiFunction<FrameWorker, DecodedFrame, T> work) {
        return pipeline.withWorker(worker -> work.apply(worker, frame));
    }
}
