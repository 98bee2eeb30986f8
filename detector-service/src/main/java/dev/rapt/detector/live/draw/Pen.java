package dev.rapt.detector.live.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/** Draws outlines, texts and plates, anti-aliased. */
final class Pen implements AutoCloseable {

    private final Graphics2D graphics;

    Pen(BufferedImage canvas) {
        graphics = canvas.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    static Shape rounded(double x, double y, double width, double height, double radius) {
        return new RoundRectangle2D.Double(x, y, width, height, 2 * radius, 2 * radius);
    }

    void fill(Shape shape, Color colour) {
        graphics.setColor(colour);
        graphics.fill(shape);
    }

    void line(Shape shape, Color colour, double thickness) {
        graphics.setColor(colour);
        graphics.setStroke(new BasicStroke((float) thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(shape);
    }

    /** An outline that shows on any ground. */
    void outline(Shape shape, Color colour, double thickness) {
        line(shape, Palette.SHADE, thickness + 2);
        line(shape, colour, thickness);
    }

    /** Only within this shape from now on; null for everywhere. */
    void within(Shape shape) {
        graphics.setClip(shape);
    }

    void image(BufferedImage image, int x, int y) {
        graphics.drawImage(image, x, y, null);
    }

    void text(Lettering letters, String text, double size, double x, double baseline, Color colour) {
        fill(letters.outline(text, size, x, baseline), colour);
    }

    /** A disc, the sign of who speaks. */
    void disc(double centreX, double centreY, double radius, Color colour) {
        fill(new Ellipse2D.Double(centreX - radius, centreY - radius, 2 * radius, 2 * radius), colour);
    }

    @Override
    public void close() {
        graphics.dispose();
    }
}
