package dev.rapt.detector.live.draw;

import dev.rapt.detector.frame.ImageLimits;
import dev.rapt.detector.frame.JpegWriter;
import dev.rapt.detector.frame.PictureFit;
import dev.rapt.detector.frame.PlainPicture;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.List;
import java.util.Objects;

/**
 * Draws a scene as a JPEG of always the same size. Fonts and the native library are loaded with the first one, so that nothing
 * is spent before somebody looks. Not safe for several threads at once.
 */
public final class ScenePainter {

    /** The one sentence about what the labels are. */
    static final String NOTE = "Expressions are an estimate of what a face shows";

    private static final int QUALITY = 85;
    private static final int LINE = 30;
    private static final int GAP = 8;
    private static final double TEXT = 14;

    private final int width;
    private final int height;
    private final ImageLimits limits;
    private Tools tools;

    private record Tools(Fonts fonts, PictureFit fit, JpegWriter writer) {}

    static {
        // There is no screen to draw on, also where there is one
        System.setProperty("java.awt.headless", "true");
    }

    /**
     * @param width of what is drawn, in pixels
     * @param limits for the pictures that are drawn
     */
    public ScenePainter(int width, int height, ImageLimits limits) {
        if (width < 160 || width > 4096 || height < 120 || height > 4096) {
            throw new IllegalArgumentException("the live picture's sides must be 160×120 to 4096×4096 pixels");
        }
        this.width = width;
        this.height = height;
        this.limits = Objects.requireNonNull(limits);
    }

    /** The scene as a JPEG. */
    public byte[] draw(Scene scene) {
        if (tools == null) {
            tools = new Tools(Fonts.load(), new PictureFit(limits), new JpegWriter(QUALITY));
        }
        BufferedImage canvas = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        try (Pen pen = new Pen(canvas)) {
            pen.fill(new Rectangle2D.Double(0, 0, width, height), Palette.BACKGROUND);
            TilePainter tiles = new TilePainter(pen, tools.fonts(), tools.fit());
            List<Cell> cells = Cell.grid(scene.tiles().size(), width, height - LINE, GAP);
            for (int i = 0; i < cells.size(); i++) {
                tiles.draw(scene.tiles().get(i), cells.get(i));
            }
            line(scene, pen);
        }
        byte[] bgr = ((DataBufferByte) canvas.getRaster().getDataBuffer()).getData();
        return tools.writer().write(new PlainPicture(width, height, bgr));
    }

    private void line(Scene scene, Pen pen) {
        Fonts fonts = tools.fonts();
        double baseline = height - LINE + TEXT + 3;
        double noteWidth = fonts.regular().width(NOTE, TEXT);
        String more = scene.more() > 0 ? " · and " + scene.more() + " more" : "";
        String title = fonts.bold().fit(scene.title() + more, TEXT, width - noteWidth - 5 * GAP);
        pen.text(fonts.bold(), title, TEXT, 2 * GAP, baseline, Palette.TEXT);
        pen.text(fonts.regular(), NOTE, TEXT, width - 2 * GAP - noteWidth, baseline, Palette.FAINT_TEXT);
    }
}
