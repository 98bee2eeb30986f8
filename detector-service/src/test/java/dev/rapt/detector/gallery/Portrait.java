package dev.rapt.detector.gallery;

import dev.rapt.detector.FramePipeline;
import dev.rapt.detector.SeenFace;
import dev.rapt.detector.face.Box;
import dev.rapt.detector.frame.Pictures;
import dev.rapt.detector.testing.Clips;
import dev.rapt.media.SampleMedia;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * A real person in a large picture, to be cut out for a tile.
 *
 * @param face where the face is
 * @param others the other faces of the picture
 */
record Portrait(BufferedImage picture, Box face, List<Box> others) {

    private static final int FRAMES_A_CLIP = 6;

    /** Everybody in the photos, and the two men of the clips, a few times each. */
    static List<Portrait> all(FramePipeline pipeline) throws Exception {
        List<Portrait> portraits = new ArrayList<>();
        for (String name : SampleMedia.photos()) {
            portraits.addAll(of(Pictures.photo(name), pipeline));
        }
        for (String clip : SampleMedia.clips()) {
            List<BufferedImage> frames = new ArrayList<>();
            Clips.play(clip, .2, (frame, at) -> {
                if (frames.size() < FRAMES_A_CLIP) {
                    frames.add(Pictures.scaled(frame, frame.getWidth(), frame.getHeight()));
                }
            });
            for (BufferedImage frame : frames) {
                portraits.addAll(of(frame, pipeline));
            }
        }
        return portraits;
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
}
