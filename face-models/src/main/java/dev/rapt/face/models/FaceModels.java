package dev.rapt.face.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * MediaPipe's models for faces, as files on the class path. Each is the one whose sha256 was checked while building;
 * see META-INF/NOTICE for where they come from. Safe for use by many threads.
 */
public enum FaceModels {

    /** Detector of close faces: 128 x 128 RGB in, 896 anchors out (TensorFlow Lite). */
    SHORT_RANGE("face_detection_short_range.tflite"),

    /** Detector of faces near and far: 192 x 192 RGB in, 2304 anchors out (TensorFlow Lite). */
    FULL_RANGE("face_detection_full_range.tflite"),

    /** Landmarks: 192 x 192 RGB of one face in, 468 points and the face's presence out (TensorFlow Lite). */
    LANDMARKS("face_landmark.tflite"),

    /** The canonical face for head poses: 468 x (x, y, z, u, v) and 33 weighted basis points (Protobuf). */
    GEOMETRY("face_geometry.binarypb");

    private final String file;

    FaceModels(String file) {
        this.file = file;
    }

    /** The file's name, such as {@code face_landmark.tflite}. */
    public String file() {
        return file;
    }

    /** The absolute name of the resource on the class path. */
    public String resource() {
        return "/dev/rapt/face/models/" + file;
    }

    /** A stream over the file, to be closed by the caller. */
    public InputStream open() {
        InputStream stream = FaceModels.class.getResourceAsStream(resource());
        if (stream == null) {
            throw new IllegalStateException("The jar face-models lacks " + file + ": build the module again");
        }
        return stream;
    }

    /** The whole file. */
    public byte[] bytes() {
        try (InputStream stream = open()) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The class path can't be read", e);
        }
    }
}
