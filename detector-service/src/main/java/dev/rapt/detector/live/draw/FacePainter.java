package dev.rapt.detector.live.draw;

import java.awt.Color;
import java.awt.Shape;

/** Outlines the faces of one picture and writes what is known of them beside them. */
final class FacePainter {

    private static final double THIN = 2.5;
    private static final double THICK = 5;
    private static final double FAINT = 1.25;
    private static final double LEAST_PLATE = 90;
    private static final double NAME_WIDTH = 1.4;
    private static final double APART = 4;
    static final String SPEAKING = "SPEAKING";

    private final Pen pen;
    private final Fonts fonts;
    private final Cell shown;
    private final double textSize;

    /** @param shown where the whole picture is drawn */
    FacePainter(Pen pen, Fonts fonts, Cell shown, double textSize) {
        this.pen = pen;
        this.fonts = fonts;
        this.shown = shown;
        this.textSize = textSize;
    }

    void draw(Scene.Face face, int pictureWidth, int pictureHeight) {
        double across = (double) shown.width() / pictureWidth;
        double down = (double) shown.height() / pictureHeight;
        double inset = (face.speaking() ? THICK : THIN) / 2 + 1;
        double left = clamp(shown.x() + face.x() * across, shown.x(), shown.width(), inset);
        double top = clamp(shown.y() + face.y() * down, shown.y(), shown.height(), inset);
        double right = clamp(shown.x() + (face.x() + face.width()) * across, shown.x(), shown.width(), inset);
        double bottom = clamp(shown.y() + (face.y() + face.height()) * down, shown.y(), shown.height(), inset);
        if (right - left < THIN || bottom - top < THIN) {
            return;
        }
        Shape box = Pen.rounded(left, top, right - left, bottom - top, Math.min(10, (right - left) / 8));
        if (face.speaking()) {
            pen.outline(box, Palette.SPEAKER, THICK);
        } else if (face.measured()) {
            pen.outline(box, Palette.FACE, THIN);
        } else {
            pen.line(box, Palette.OTHER_FACE, FAINT);
        }
        captions(face, left, top, right - left, bottom - top);
    }

    private static double clamp(double value, int from, int length, double inset) {
        return Math.max(from + inset, Math.min(from + length - inset, value));
    }

    /** The name above and the label below; a label alone above. */
    private void captions(Scene.Face face, double left, double top, double width, double height) {
        double most = Math.max(LEAST_PLATE, NAME_WIDTH * width);
        Color colour = face.speaking() ? Palette.ON_SPEAKER : Palette.TEXT;
        Plate name = new Plate(textSize, face.speaking() ? Palette.SPEAKER : Palette.PLATE)
                .word(fonts.bold(), face.name(), colour, most);
        if (face.speaking()) {
            name.disc().word(fonts.bold(), SPEAKING, colour, Double.MAX_VALUE);
        }
        Plate label =
                new Plate(textSize, Palette.PLATE).word(fonts.regular(), face.label(), Palette.TEXT, Double.MAX_VALUE);
        double centre = left + width / 2;
        double nameTop = top - name.height() - APART;
        if (!name.isEmpty()) {
            put(name, centre, nameTop >= shown.y() ? nameTop : top + APART);
        }
        if (!label.isEmpty()) {
            put(label, centre, labelTop(label, !name.isEmpty(), top, height));
        }
    }

    private double labelTop(Plate label, boolean belowFirst, double top, double height) {
        double above = top - label.height() - APART;
        double below = top + height + APART;
        boolean roomBelow = below + label.height() <= shown.y() + shown.height();
        if (!belowFirst && above >= shown.y()) {
            return above;
        }
        return roomBelow ? below : top + height - label.height() - APART;
    }

    private void put(Plate plate, double centre, double y) {
        double rightmost = shown.x() + shown.width() - plate.width() - APART;
        plate.draw(pen, Math.max(shown.x() + APART, Math.min(centre - plate.width() / 2, rightmost)), y);
    }
}
