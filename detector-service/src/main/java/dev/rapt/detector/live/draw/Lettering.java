package dev.rapt.detector.live.draw;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Text as outlines of a font that comes in the jar. AWT's own text needs the operating system's fonts, and a bare
 * container has none. Latin, Greek, Cyrillic and more; a character that the font lacks is drawn as its empty box. Not
 * safe for several threads at once.
 */
final class Lettering {

    private static final String ELLIPSIS = "…";

    private final TrueTypeFont font;
    private final CmapLookup characters;
    private final float unitsPerEm;
    private final Map<Integer, GeneralPath> glyphs = new HashMap<>();

    private Lettering(TrueTypeFont font) throws IOException {
        this.font = font;
        this.characters = font.getUnicodeCmapLookup();
        this.unitsPerEm = font.getUnitsPerEm();
    }

    static Lettering regular() {
        return read("DejaVuSans.ttf");
    }

    static Lettering bold() {
        return read("DejaVuSans-Bold.ttf");
    }

    private static Lettering read(String name) {
        try (InputStream file = Lettering.class.getResourceAsStream(name)) {
            return new Lettering(new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes())));
        } catch (IOException e) {
            throw new UncheckedIOException("The font " + name + " can't be read", e);
        }
    }

    /** How far a text reaches to the right, in pixels. */
    double width(String text, double size) {
        return text.codePoints().mapToDouble(this::advance).sum() * size / unitsPerEm;
    }

    /** The text, or so much of its beginning as fits, and an ellipsis. */
    String fit(String text, double size, double width) {
        if (width(text, size) <= width) {
            return text;
        }
        int[] points = text.codePoints().toArray();
        for (int keep = points.length - 1; keep > 0; keep--) {
            String shorter = new String(points, 0, keep).strip() + ELLIPSIS;
            if (width(shorter, size) <= width) {
                return shorter;
            }
        }
        return "";
    }

    /** The text's outline. @param y its baseline */
    Shape outline(String text, double size, double x, double y) {
        double scale = size / unitsPerEm;
        Path2D.Double outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double at = x;
        for (int point : text.codePoints().toArray()) {
            AffineTransform place = new AffineTransform(scale, 0, 0, -scale, at, y);
            outline.append(glyph(point).getPathIterator(place), false);
            at += advance(point) * scale;
        }
        return outline;
    }

    private double advance(int point) {
        try {
            return font.getAdvanceWidth(characters.getGlyphId(point));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private GeneralPath glyph(int point) {
        return glyphs.computeIfAbsent(characters.getGlyphId(point), id -> {
            try {
                var glyph = font.getGlyph().getGlyph(id);
                return glyph == null ? new GeneralPath() : glyph.getPath();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
