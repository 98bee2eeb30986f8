package dev.rapt.demo.replay;

import dev.rapt.demo.DemoException;
import dev.rapt.media.SampleMedia;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;

/**
 * The frames of one clip at a steady rate, at the clip's own size, encoded as the bot sends pictures. A frame is encoded
 * when it is first asked for and kept (about 20 MB of JPEGs for all three clips), so that loops cost nothing; frames that nobody asked for, because the
 * camera was late, aren't encoded. For one thread.
 */
final class Clip implements AutoCloseable {

    private final String name;
    private final int framesPerSecond;
    private final PictureEncoder encoder;
    private final Map<Integer, byte[]> frames = new HashMap<>();
    private final FFmpegFrameGrabber grabber;
    private final int length;
    private int next;

    Clip(String name, int framesPerSecond, PictureEncoder encoder) {
        this.name = name;
        this.encoder = encoder;
        this.framesPerSecond = framesPerSecond;
        avutil.av_log_set_level(avutil.AV_LOG_ERROR);
        grabber = new FFmpegFrameGrabber(new ByteArrayInputStream(SampleMedia.clip(name)));
        try {
            grabber.start();
        } catch (IOException e) {
            throw unreadable(e);
        }
        length = (int) Math.max(1, grabber.getLengthInTime() * framesPerSecond / 1_000_000);
    }

    /** How many frames it has before it begins again. */
    int length() {
        return length;
    }

    /** The frame of this number, from 0; after the last comes the first again. */
    byte[] picture(long number) {
        return frames.computeIfAbsent((int) (number % length), this::encode);
    }

    private byte[] encode(int number) {
        try {
            if (number < next) {
                grabber.restart();
            }
            next = number + 1;
            return encoder.encode(image(decode(number * 1_000_000L / framesPerSecond)));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private Frame decode(long wantedMicros) throws IOException {
        Frame frame = grabber.grabImage();
        while (frame != null && frame.timestamp < wantedMicros) {
            frame = grabber.grabImage();
        }
        if (frame == null) {
            throw new DemoException("The clip " + name + " ends before it should.");
        }
        return frame;
    }

    private static BufferedImage image(Frame frame) {
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
