package dev.rapt.detector.live.draw;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/** A line of text on a ground of its own, so that it can be read on any picture. */
final class Plate {

    private static final double PADDING = 0.45;
    private static final double HEIGHT = 1.65;
    private static final double BASELINE = 1.18;
    private static final double SPACE = 0.45;

    private final List<Word> words = new ArrayList<>();
    private final double size;
    private final Color ground;
    private boolean disc;

    private record Word(Lettering letters, String text, Color colour) {
        double width(double size) {
            return letters.width(text, size);
        }
    }

    Plate(double size, Color ground) {
        this.size = size;
        this.ground = ground;
    }

    /** Begins with the sign of who speaks. */
    Plate disc() {
        disc = true;
        return this;
    }

    /** Adds a piece of text unless it is empty, shortened to what is left of that width. */
    Plate word(Lettering letters, String text, Color colour, double mostWidth) {
        String fitting = text.isEmpty() ? "" : letters.fit(text, size, mostWidth - width() - SPACE * size);
        if (!fitting.isEmpty()) {
            words.add(new Word(letters, fitting, colour));
        }
        return this;
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    double height() {
        return HEIGHT * size;
    }

    double width() {
        double text = words.stream().mapToDouble(word -> word.width(size)).sum();
        int gaps = Math.max(0, words.size() - 1) + (disc ? 1 : 0);
        return text + 2 * PADDING * size + gaps * SPACE * size + (disc ? discSize() : 0);
    }

    private double discSize() {
        return 0.7 * size;
    }

    /** Draws it with its upper left corner there. */
    void draw(Pen pen, double x, double y) {
        pen.fill(Pen.rounded(x, y, width(), height(), height() / 4), ground);
        double at = x + PADDING * size;
        if (disc) {
            Color colour = words.isEmpty() ? Palette.TEXT : words.get(0).colour();
            pen.disc(at + discSize() / 2, y + height() / 2, discSize() / 2, colour);
            at += discSize() + SPACE * size;
        }
        for (Word word : words) {
            pen.text(word.letters(), word.text(), size, at, y + BASELINE * size, word.colour());
            at += word.width(size) + SPACE * size;
        }
    }
}
