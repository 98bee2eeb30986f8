package dev.rapt.detector.gallery;

import dev.rapt.detector.FramePipeline;
import dev.rapt.detector.SeenFace;
import dev.rapt.detector.face.Box;
import dev.rapt.detector.frame.Pictures;
import dev.rapt.media.SampleMedia;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.Java2DFrameConverter;

/**
 * A real person in a large picture, to be cut out for a tile.
 *
 * @param face where the face is
 * @param others the other faces of the picture
 */
public record Portrait(BufferedImage picture, Box face, List<Box> others) {

    /** Everybody in the photos, and the two men of the clips every so many seconds. */
    public static List<Portrait> all(FramePipeline pipeline, int everySeconds) throws Exception {
        List<Portrait> portraits = new ArrayList<>();
        for (String name : SampleMedia.photos()) {
            portraits.addAll(of(Pictures.photo(name), pipeline));
        }
        for (String clip : SampleMedia.clips()) {
            for (BufferedImage frame : frames(clip, everySeconds, 12)) {
                portraits.addAll(of(frame, pipeline));
            }
        }
        return portraits;
    }

    /** Frames of a clip, at most so many. */
    public static List<BufferedImage> frames(String clip, double everySeconds, int most) throws Exception {
        List<BufferedImage> frames = new ArrayList<>();
        try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(new ByteArrayInputStream(SampleMedia.clip(clip)));
                Java2DFrameConverter converter = new Java2DFrameConverter()) {
            grabber.start();
            Frame frame;
            while (frames.size() < most && (frame = grabber.grabImage()) != null) {
                if (grabber.getTimestamp() >= frames.size() * everySeconds * 1e6) {
                    frames.add(copy(converter.convert(frame)));
                }
            }
        }
        return frames;
    }

    private static List<Portrait> of(BufferedImage picture, FramePipeline pipeline) throws Exception {
        List<Box> faces = pipeline.readPicture(Pictures.jpeg(picture)).faces().stream()
                .map(SeenFace::box)
                .toList();
        return faces.stream()
                .map(face -> new Portrait(
                        picture,
                        face,
                        faces.stream().filter(other -> !other.equals(face)).toList()))
                .toList();
    }

    // The converter uses one picture again and again
    private static BufferedImage copy(BufferedImage frame) {
        BufferedImage copy = new BufferedImage(frame.getWidth(), frame.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        copy.createGraphics().drawImage(frame, 0, 0, null);
        return copy;
    }
}
