package dev.rapt.demo.replay;

import dev.rapt.demo.DemoException;
import dev.rapt.media.SampleMedia;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;

/**
 * The frames of one clip at a steady rate, at the clip's own size, as JPEG. They are decoded when they are first asked
 * for and kept (about 20 MB for all three clips), so that loops and higher speeds cost nothing. For one thread.
 */
final class Clip implements AutoCloseable {

    private final String name;
    private final int framesPerSecond;
    private final JpegEncoder encoder = new JpegEncoder();
    private final List<byte[]> frames = new ArrayList<>();
    private final FFmpegFrameGrabber grabber;
    private boolean whole;

    Clip(String name, int framesPerSecond) {
        this.name = name;
        this.framesPerSecond = framesPerSecond;
        avutil.av_log_set_level(avutil.AV_LOG_ERROR);
        grabber = new FFmpegFrameGrabber(new ByteArrayInputStream(SampleMedia.clip(name)));
        try {
            grabber.start();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The frame of this number, from 0; after the last comes the first again. */
    byte[] jpeg(long number) {
        while (!whole && frames.size() <= number) {
            decodeOne();
        }
        return frames.get((int) (number % frames.size()));
    }

    private void decodeOne() {
        long wantedMicros = frames.size() * 1_000_000L / framesPerSecond;
        try {
            Frame frame = grabber.grabImage();
            while (frame != null && frame.timestamp < wantedMicros) {
                frame = grabber.grabImage();
            }
            if (frame == null) {
                whole = true;
                if (frames.isEmpty()) {
                    throw new DemoException("The clip " + name + " has no pictures.");
                }
            } else {
                frames.add(encoder.encode(picture(frame)));
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static BufferedImage picture(Frame frame) {
        BufferedImage picture = new BufferedImage(frame.imageWidth, frame.imageHeight, BufferedImage.TYPE_3BYTE_BGR);
        byte[] pixels = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        ByteBuffer rows = (ByteBuffer) frame.image[0];
        int rowBytes = 3 * frame.imageWidth;
        for (int y = 0; y < frame.imageHeight; y++) {
            rows.position(y * frame.imageStride);
            rows.get(pixels, y * rowBytes, rowBytes);
        }
        return picture;
    }

    private DemoException unreadable(IOException cause) {
        return new DemoException("The clip " + name + " can't be decoded: " + cause.getMessage(), cause);
    }

    @Override
    public void close() {
        try {
            grabber.close();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }
}
