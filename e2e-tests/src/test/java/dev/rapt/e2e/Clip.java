package dev.rapt.e2e;

import dev.rapt.media.SampleMedia;
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

/** Real footage as JPEG pictures, taken from a sample clip at a steady rate. */
final class Clip {

    /** One picture and where in the clip it stands, in milliseconds. */
    record Picture(long atMillis, byte[] jpeg) {}

    private Clip() {}

    /** The pictures of the first seconds of a clip, so many a second, the first one at its beginning. */
    static List<Picture> pictures(String clip, int seconds, int perSecond) throws IOException {
        avutil.av_log_set_level(avutil.AV_LOG_ERROR);
        List<Picture> pictures = new ArrayList<>();
        try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(new ByteArrayInputStream(SampleMedia.clip(clip)));
                Java2DFrameConverter converter = new Java2DFrameConverter()) {
            grabber.start();
            long step = 1_000L / perSecond;
            long next = 0;
            Frame frame;
            while (next < seconds * 1_000L && (frame = grabber.grabImage()) != null) {
                if (frame.timestamp / 1_000 < next) {
                    continue;
                }
                pictures.add(new Picture(next, jpeg(converter.convert(frame))));
                next += step;
            }
        }
        return List.copyOf(pictures);
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", bytes);
        return bytes.toByteArray();
    }
}
