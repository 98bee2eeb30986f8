package dev.rapt.detector;

import java.util.List;

/**
 * The faces of a picture that are large enough to be measured, from the largest to the smallest.
 *
 * @param width in pixels as displayed, that is with the EXIF orientation applied; boxes refer to it
 * @param height in pixels as displayed
 */
public record PictureFindings(int width, int height, List<SeenFace> faces) {

    public PictureFindings {
        faces = List.copyOf(faces);
    }
}
