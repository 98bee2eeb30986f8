package dev.rapt.detector.live.draw;

import java.util.List;
import java.util.Objects;

/**
 * What one picture is to show.
 *
 * @param title what stands in the line at the bottom, at its left
 * @param tiles side by side from the upper left, row by row
 * @param more how many participants there is no tile for
 */
public record Scene(String title, List<Tile> tiles, int more) {

    public Scene {
        Objects.requireNonNull(title);
        tiles = List.copyOf(tiles);
    }

    /**
     * One of the pictures side by side, or the reason why there is none.
     *
     * @param name whose it is; empty when it is a picture of several, whose names stand at their faces
     * @param speaking whether this participant speaks
     */
    public record Tile(String name, boolean speaking, Content content) {
        public Tile {
            Objects.requireNonNull(name);
            Objects.requireNonNull(content);
        }
    }

    /** What a tile shows. */
    public sealed interface Content permits Shot, Dark {}

    /**
     * A picture with its faces.
     *
     * @param picture JPEG or PNG; shared, not copied
     * @param width in pixels as displayed, which the boxes refer to
     */
    public record Shot(byte[] picture, int width, int height, List<Face> faces) implements Content {
        public Shot {
            Objects.requireNonNull(picture);
            faces = List.copyOf(faces);
        }

        /** Never the picture, so that it can't get into a log by accident. */
        @Override
        public String toString() {
            return "Shot[" + width + "×" + height + ", " + faces.size() + " faces]";
        }
    }

    /** No picture, and why. */
    public record Dark(String reason) implements Content {
        public Dark {
            Objects.requireNonNull(reason);
        }
    }

    /**
     * A face to be outlined, in pixels of its picture.
     *
     * @param measured whether it stands for a participant; others are outlined faintly
     * @param name empty when the tile says it
     * @param label its expression; empty when there is none to show
     * @param speaking whether it is to be marked as speaking, which the tile does when it is one participant's
     */
    public record Face(
            double x,
            double y,
            double width,
            double height,
            boolean measured,
            String name,
            String label,
            boolean speaking) {
        public Face {
            Objects.requireNonNull(name);
            Objects.requireNonNull(label);
        }
    }
}
