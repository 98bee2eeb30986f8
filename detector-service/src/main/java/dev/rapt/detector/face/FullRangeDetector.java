package dev.rapt.detector.face;

import dev.rapt.detector.frame.DecodedFrame;
import dev.rapt.detector.frame.NativeScope;
import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/** MediaPipe's full-range face detector over a region of a picture. Not safe for several threads at once. */
final class FullRangeDetector implements AutoCloseable {
    private static final Scalar BLACK = Scalar.all(0);

    private final FaceNetwork network;
    private final Anchors anchors;
    private final NativeScope buffers = new NativeScope();
    private final Mat input = buffers.keep(new Mat(Anchors.INPUT_SIDE, Anchors.INPUT_SIDE, CvType.CV_8UC3, BLACK));
    private final float[] scores = new float[Anchors.COUNT];
    private final float[] values = new float[Anchors.COUNT * Anchors.VALUES];

    FullRangeDetector(FaceRuntime runtime, byte[] model, float leastScore) {
        network = runtime.network(model, 1 / 127.5, 127.5);
        anchors = new Anchors(leastScore);
    }

    /** Candidates in pixels of the whole picture, one a face, best first. */
    List<Candidate> detect(DecodedFrame frame, Region region) {
        Letterbox letterbox = Letterbox.of(region, Anchors.INPUT_SIDE);
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
