package dev.rapt.detector.live.draw;

import dev.rapt.detector.frame.PictureFit;
import dev.rapt.detector.frame.PlainPicture;
import dev.rapt.detector.frame.UnreadableImageException;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Draws one tile: its picture or why there is none, whose it is, and whether that participant speaks. */
final class TilePainter {

    private static final double RADIUS = 10;
    private static final double SPEAKER_BORDER = 6;
    private static final double APART = 4;
    private static final double LEAST_TEXT = 11;
    private static final double MOST_TEXT = 19;

    private final Pen pen;
    private final Fonts fonts;
    private final PictureFit fit;

    TilePainter(Pen pen, Fonts fonts, PictureFit fit) {
        this.pen = pen;
        this.fonts = fonts;
        this.fit = fit;
    }

    void draw(Scene.Tile tile, Cell cell) {
        double size = Math.max(LEAST_TEXT, Math.min(MOST_TEXT, cell.height() / 20.0));
        Shape edge = Pen.rounded(cell.x(), cell.y(), cell.width(), cell.height(), RADIUS);
        pen.fill(edge, Palette.DARK_TILE);
        if (tile.content() instanceof Scene.Shot shot) {
            shot(shot, cell, edge, size);
        } else if (tile.content() instanceof Scene.Dark dark) {
            centred(dark.reason(), cell, size);
        }
        if (tile.speaking()) {
            border(cell);
        }
        name(tile, cell, size);
    }

    private void shot(Scene.Shot shot, Cell cell, Shape edge, double size) {
        PlainPicture picture;
        try {
            picture = fit.fit(shot.picture(), cell.width(), cell.height());
        } catch (UnreadableImageException e) {
            centred("unreadable picture", cell, size);
            return;
        }
        Cell shown = new Cell(
                cell.x() + (cell.width() - picture.width()) / 2,
                cell.y() + (cell.height() - picture.height()) / 2,
                picture.width(),
                picture.height());
        pen.image(image(picture), shown.x(), shown.y());
        FacePainter faces = new FacePainter(pen, fonts, shown, size);
        shot.faces().stream()
                .filter(face -> !face.measured())
                .forEach(face -> faces.draw(face, shot.width(), shot.height()));
        shot.faces().stream()
                .filter(Scene.Face::measured)
                .forEach(face -> faces.draw(face, shot.width(), shot.height()));
        corners(cell, edge);
    }

    /** Over the picture's square corners, since a clip's edge would be jagged. */
    private void corners(Cell cell, Shape edge) {
        Area outside = new Area(new Rectangle2D.Double(cell.x(), cell.y(), cell.width(), cell.height()));
        outside.subtract(new Area(edge));
        pen.fill(outside, Palette.BACKGROUND);
    }

    private static BufferedImage image(PlainPicture picture) {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_3BYTE_BGR);
        image.getRaster().setDataElements(0, 0, picture.width(), picture.height(), rgb(picture));
        return image;
    }

    /** A raster's elements are red-green-blue, however they lie in memory. */
    private static byte[] rgb(PlainPicture picture) {
        byte[] bgr = picture.bgr();
        byte[] rgb = new byte[bgr.length];
        for (int i = 0; i < bgr.length; i += 3) {
            rgb[i] = bgr[i + 2];
            rgb[i + 1] = bgr[i + 1];
            rgb[i + 2] = bgr[i];
        }
        return rgb;
    }

    private void border(Cell cell) {
        double inset = SPEAKER_BORDER / 2;
        Shape border = Pen.rounded(
                cell.x() + inset,
                cell.y() + inset,
                cell.width() - SPEAKER_BORDER,
                cell.height() - SPEAKER_BORDER,
                RADIUS - inset);
        pen.line(border, Palette.SPEAKER, SPEAKER_BORDER);
    }

    private void name(Scene.Tile tile, Cell cell, double size) {
        double most = cell.width() - 2 * (SPEAKER_BORDER + APART);
        Plate plate;
        if (tile.speaking()) {
            double mark = fonts.bold().width(FacePainter.SPEAKING, size) + 2 * size;
            plate = new Plate(size, Palette.SPEAKER)
                    .disc()
                    .word(fonts.bold(), tile.name(), Palette.ON_SPEAKER, most - mark)
                    .word(fonts.bold(), FacePainter.SPEAKING, Palette.ON_SPEAKER, Double.MAX_VALUE);
        } else {
            plate = new Plate(size, Palette.PLATE).word(fonts.bold(), tile.name(), Palette.TEXT, most);
        }
        if (!plate.isEmpty()) {
            plate.draw(
                    pen,
                    cell.x() + SPEAKER_BORDER + APART,
                    cell.y() + cell.height() - SPEAKER_BORDER - APART - plate.height());
        }
    }

    private void centred(String text, Cell cell, double size) {
        String fitting = fonts.regular().fit(text, size, cell.width() - 2 * size);
        double x = cell.x() + (cell.width() - fonts.regular().width(fitting, size)) / 2;
        pen.text(fonts.regular(), fitting, size, x, cell.y() + cell.height() / 2.0 + size / 3, Palette.FAINT_TEXT);
    }
}
