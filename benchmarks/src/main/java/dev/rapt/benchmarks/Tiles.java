package dev.rapt.benchmarks;

import dev.rapt.media.SampleMedia;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.Java2DFrameConverter;

/** Frames of the sample clips as a conference sends them: a webcam's 4:3 in the middle of a wide tile, as JPEG. */
public final class Tiles {

    private Tiles() {}

    /** What is done with each picture of a clip; the picture is used again for the next one. */
    interface Viewer {
        void see(BufferedImage picture, long atMillis) throws IOException;
    }

    /** Shows the first frame at or after each multiple of the interval that the rate means, at most so many. */
    static void play(String clip, double framesPerSecond, int most, Viewer viewer) throws IOException {
        try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(new ByteArrayInputStream(SampleMedia.clip(clip)));
                Java2DFrameConverter converter = new Java2DFrameConverter()) {
            avutil.av_log_set_level(avutil.AV_LOG_ERROR);
            grabber.start();
            int shown = 0;
            Frame frame;
            while (shown < most && (frame = grabber.grabImage()) != null) {
                if (grabber.getTimestamp() >= shown * 1e6 / framesPerSecond) {
                    viewer.see(converter.convert(frame), grabber.getTimestamp() / 1000);
                    shown++;
                }
            }
        }
    }

    /** The clip's first frames at a rate, as tiles of that size. */
    public static List<byte[]> of(String clip, double framesPerSecond, int count, int width, int height)
            throws IOException {
        List<byte[]> tiles = new ArrayList<>();
        play(clip, framesPerSecond, count, (picture, at) -> tiles.add(jpeg(tile(picture, width, height))));
        return tiles;
    }

    private static BufferedImage tile(BufferedImage picture, int width, int height) {
        BufferedImage tile = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = tile.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        int drawn = picture.getWidth() * height / picture.getHeight();
        graphics.drawImage(picture, (width - drawn) / 2, 0, drawn, height, null);
        graphics.dispose();
        return tile;
    }

    static byte[] jpeg(BufferedImage picture) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", out);
        return out.toByteArray();
    }
}
