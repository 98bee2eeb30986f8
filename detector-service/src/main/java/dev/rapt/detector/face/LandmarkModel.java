package dev.rapt.detector.face;

import dev.rapt.detector.frame.DecodedFrame;
import dev.rapt.detector.frame.NativeScope;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * MediaPipe's face mesh on the surroundings of a candidate: 468 points and whether there is a face at all.
 * Not safe for several threads at once.
 */
final class LandmarkModel implements AutoCloseable {
    private static final int SIDE = 192;
    private static final Size INPUT = new Size(SIDE, SIDE);

    private final FaceNetwork network;
    private final NativeScope buffers = new NativeScope();
    private final Mat input = buffers.keep(new Mat(SIDE, SIDE, CvType.CV_8UC3));
    private final Mat matrix = buffers.keep(new Mat(2, 3, CvType.CV_64F));
    private final float[] points = new float[3 * Landmarks.COUNT];
    private final float[] presence = new float[1];
    private final byte[] pixels = new byte[SIDE * SIDE * 3];

    LandmarkModel(FaceRuntime runtime, byte[] model) {
        network = runtime.network(model, 1 / 255.0, 0);
    }

    /** What the model makes of the candidate; whether it is a face is for the caller to judge. */
    FaceSighting look(DecodedFrame frame, Candidate candidate) {
        FaceRoi roi = FaceRoi.around(candidate);
        matrix.put(0, 0, roi.inputToPicture(SIDE));
        Imgproc.warpAffine(
                frame.mat(),
                input,
                matrix,
                INPUT,
                Imgproc.INTER_LINEAR | Imgproc.WARP_INVERSE_MAP,
                Core.BORDER_REPLICATE);
        network.run(input, points, presence);
        float[] xy = new float[2 * Landmarks.COUNT];
        for (int i = 0; i < Landmarks.COUNT; i++) {
            Point point = roi.toPicture(points[3 * i] / SIDE, points[3 * i + 1] / SIDE);
            xy[2 * i] = point.x();
            xy[2 * i + 1] = point.y();
        }
        input.get(0, 0, pixels);
        return new FaceSighting(
                candidate.box(), Anchors.sigmoid(presence[0]), new Landmarks(xy), Shades.of(pixels, SIDE, points));
    }

    @Override
    public void close() {
        buffers.close();
        network.close();
    }
}
