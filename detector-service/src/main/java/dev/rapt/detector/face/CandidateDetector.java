package dev.rapt.detector.face;

import dev.rapt.detector.frame.DecodedFrame;
import dev.rapt.detector.frame.NativeScope;
import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/** One of MediaPipe's face detectors over a region of a picture. Not safe for several threads at once. */
final class CandidateDetector implements AutoCloseable {
    private static final Scalar BLACK = Scalar.all(0);

    private final int side;
    private final FaceNetwork network;
    private final Anchors anchors;
    private final NativeScope buffers = new NativeScope();
    private final Mat input;
    private final float[] scores;
    private final float[] values;

    CandidateDetector(AnchorLayout layout, FaceRuntime runtime, byte[] model, float leastScore) {
        side = layout.inputSide();
        network = runtime.network(model, 1 / 127.5, 127.5);
        anchors = new Anchors(layout, leastScore);
        input = buffers.keep(new Mat(side, side, CvType.CV_8UC3, BLACK));
        scores = new float[layout.count()];
        values = new float[layout.count() * Anchors.VALUES];
    }

    /** Candidates in pixels of the whole picture, one a face, best first. */
    List<Candidate> detect(DecodedFrame frame, Region region) {
        Letterbox letterbox = Letterbox.of(region, side);
        Region seen = region.inside(frame.width(), frame.height());
        Region place = letterbox.toNetwork(seen);
        try (NativeScope scope = new NativeScope()) {
            Mat source = scope.keep(frame.mat().submat(rectangle(seen)));
            input.setTo(BLACK);
            Mat target = scope.keep(input.submat(rectangle(place)));
            Imgproc.resize(source, target, target.size(), 0, 0, Imgproc.INTER_AREA);
        }
        network.run(input, scores, values);
        return NonMaximumSuppression.weighted(anchors.candidates(scores, values, letterbox));
    }

    private static Rect rectangle(Region region) {
        return new Rect(region.x(), region.y(), region.width(), region.height());
    }

    @Override
    public void close() {
        buffers.close();
        network.close();
    }
}
