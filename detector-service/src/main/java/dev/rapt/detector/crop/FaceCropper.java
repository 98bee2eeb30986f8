package dev.rapt.detector.crop;

import dev.rapt.detector.frame.DecodedFrame;
import dev.rapt.detector.frame.NativeScope;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Cuts faces out, grey and small. The face is first turned at no less than half its own resolution, where
 * interpolation still sees every pixel, and then shrunk by area; turning and shrinking in one step would pick
 * single pixels. Not safe for several threads at once.
 */
public final class FaceCropper implements AutoCloseable {
    /** Bounds the memory of a face that fills a huge picture; beyond it, single pixels do get picked. */
    private static final int MOST_TIMES = 16;

    private final int side;
    private final NativeScope buffers = new NativeScope();
    private final Mat matrix = buffers.keep(new Mat(2, 3, CvType.CV_64F));
    private final Mat turned = buffers.keep(new Mat());
    private final Mat grey = buffers.keep(new Mat());
    private final Mat small = buffers.keep(new Mat());

    /** @param side of the crops in pixels */
    public FaceCropper(int side) {
        this.side = side;
    }

    public GreyCrop crop(DecodedFrame frame, CropGeometry geometry) {
        int times = (int) Math.max(1, Math.min(MOST_TIMES, Math.ceil(geometry.side() / (2 * side))));
        int resolution = times * side;
        matrix.put(0, 0, geometry.cropToPicture(resolution));
        Imgproc.warpAffine(
                frame.mat(),
                turned,
                matrix,
                new Size(resolution, resolution),
                Imgproc.INTER_LINEAR | Imgproc.WARP_INVERSE_MAP,
                Core.BORDER_REPLICATE);
        Imgproc.cvtColor(turned, grey, Imgproc.COLOR_BGR2GRAY);
        Imgproc.resize(grey, small, new Size(side, side), 0, 0, Imgproc.INTER_AREA);
        byte[] pixels = new byte[side * side];
        small.get(0, 0, pixels);
        return new GreyCrop(side, side, pixels);
    }

    @Override
    public void close() {
        buffers.close();
    }
}
