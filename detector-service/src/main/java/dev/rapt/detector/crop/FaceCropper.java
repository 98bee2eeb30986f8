package dev.rapt.detector.crop;

import dev.rapt.detector.frame.DecodedFrame;
import dev.rapt.detector.frame.NativeScope;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Cuts faces out, grey and small. The face is first turned at about its own resolution and then shrunk by area,
 * because turning and shrinking in one step would pick single pixels. Not safe for several threads at once.
 */
public final class FaceCropper implements AutoCloseable {
    /** Bounds the memory of a face that fills a huge picture; beyond it, single pixels do get picked. */
    private static final int MOST_TIMES = 24;

    private final int side;
    private final NativeScope buffers = new NativeScope();
    private final Mat matrix = buffers.keep(new Mat(2, 3, CvType.CV_64F));
    private final Mat grey = buffers.keep(new Mat());
    private final Mat turned = buffers.keep(new Mat());
    private final Mat small = buffers.keep(new Mat());

    /** @param side of the crops in pixels */
    public FaceCropper(int side) {
        this.side = side;
    }

    public GreyCrop crop(DecodedFrame frame, CropGeometry geometry) {
        int times = (int) Math.max(1, Math.min(MOST_TIMES, Math.ceil(geometry.side() / side)));
        int resolution = times * side;
        Rect around = around(geometry, frame);
        try (NativeScope scope = new NativeScope()) {
            Mat part = scope.keep(frame.mat().submat(around));
            Imgproc.cvtColor(part, grey, Imgproc.COLOR_BGR2GRAY);
        }
        double[] cropToPart = geometry.cropToPicture(resolution);
        cropToPart[2] -= around.x;
        cropToPart[5] -= around.y;
        matrix.put(0, 0, cropToPart);
        Imgproc.warpAffine(
                grey,
                turned,
                matrix,
                new Size(resolution, resolution),
                Imgproc.INTER_LINEAR | Imgproc.WARP_INVERSE_MAP,
                Core.BORDER_REPLICATE);
        Imgproc.resize(turned, small, new Size(side, side), 0, 0, Imgproc.INTER_AREA);
        byte[] pixels = new byte[side * side];
        small.get(0, 0, pixels);
        return new GreyCrop(side, side, pixels);
    }

    /** The part of the picture that the crop can touch, a pixel at least: only that is turned to grey. */
    private static Rect around(CropGeometry geometry, DecodedFrame frame) {
        // From the eyes to the farthest corner: .5 across and 1 - .39 down
        int reach = (int) Math.min(1 << 20, Math.ceil(geometry.side() * Math.hypot(0.5, 0.61))) + 2;
        int left = clamp(geometry.eyes().x() - reach, frame.width() - 1);
        int top = clamp(geometry.eyes().y() - reach, frame.height() - 1);
        int right = clamp(geometry.eyes().x() + reach, frame.width() - 1);
        int bottom = clamp(geometry.eyes().y() + reach, frame.height() - 1);
        return new Rect(left, top, right - left + 1, bottom - top + 1);
    }

    private static int clamp(float value, int most) {
        return (int) Math.max(0, Math.min(most, value));
    }

    @Override
    public void close() {
        buffers.close();
    }
}
