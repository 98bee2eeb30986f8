package dev.rapt.detector.testing;

import dev.rapt.detector.frame.Pictures;
import dev.rapt.media.SampleMedia;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.Java2DFrameConverter;

/** The sample clips, frame by frame. */
public final class Clips {

    private Clips() {}

    /** What is done with each picture. It is used again for the next one. */
    public interface Viewer {
        void see(BufferedImage picture, long atMillis) throws Exception;
    }

    /** Shows the clip's frames at a rate: the first one at or after each multiple of its interval. */
    public static void play(String clip, double framesPerSecond, Viewer viewer) throws Exception {
        try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(new ByteArrayInputStream(SampleMedia.clip(clip)));
                Java2DFrameConverter converter = new Java2DFrameConverter()) {
            avutil.av_log_set_level(avutil.AV_LOG_ERROR);
            grabber.start();
            int shown = 0;
            Frame frame;
            while ((frame = grabber.grabImage()) != null) {
                if (grabber.getTimestamp() >= shown * 1e6 / framesPerSecond) {
                    viewer.see(converter.convert(frame), grabber.getTimestamp() / 1000);
                    shown++;
                }
            }
        }
    }

    /** The clip's frames at a rate, as JPEG. */
    public static List<byte[]> jpegs(String clip, double framesPerSecond) throws Exception {
        List<byte[]> jpegs = new ArrayList<>();
        play(clip, framesPerSecond, (picture, at) -> jpegs.add(Pictures.jpeg(picture)));
        return jpegs;
    }
}
