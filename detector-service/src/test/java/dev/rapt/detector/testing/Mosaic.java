package dev.rapt.detector.testing;

import dev.rapt.media.SampleMedia;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A composite of tiles of 320 by 180 pixels, cut out of photos. */
public final class Mosaic {

    public static final int WIDTH = 320;
    public static final int HEIGHT = 180;

    private final int columns;
    private final BufferedImage picture;

    /** People, each alone in a part of 16 by 9 of a photo, and a part without anybody. */
    public enum Scene {
        ADA("sample3.jpg", 840, 190, 640),
        BOB("sample1.jpg", 200, 310, 576),
        CYD("sample1.jpg", 1300, 200, 512),
        DEE("sample6.jpg", 40, 440, 560),
        EVE("sample4.jpg", 60, 170, 528),
        NOBODY("sample4.jpg", 0, 0, 160);

        private final BufferedImage part;

        Scene(String photo, int x, int y, int width) {
            part = decode(SampleMedia.photo(photo)).getSubimage(x, y, width, width * 9 / 16);
        }
    }

    public Mosaic(int columns, int rows) {
        this.columns = columns;
        this.picture = new BufferedImage(columns * WIDTH, rows * HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    }

    /** Puts scenes into the tiles, row by row. */
    public Mosaic show(Scene... scenes) {
        for (int tile = 0; tile < scenes.length; tile++) {
            draw(tile, scenes[tile].part);
        }
        return this;
    }

    /** Fills a tile with a colour. */
    public Mosaic fill(int tile, Color colour) {
        BufferedImage plain = new BufferedImage(1, 1, BufferedImage.TYPE_3BYTE_BGR);
        plain.setRGB(0, 0, colour.getRGB());
        return draw(tile, plain);
    }

    private Mosaic draw(int tile, BufferedImage part) {
        Graphics2D graphics = picture.createGraphics();
        graphics.drawImage(
                part.getScaledInstance(WIDTH, HEIGHT, java.awt.Image.SCALE_AREA_AVERAGING), x(tile), y(tile), null);
        graphics.dispose();
        return this;
    }

    /** The layout's text of participants, one a tile; an empty id leaves the tile out. */
    public String layout(String... participantIds) {
        StringBuilder text = new StringBuilder("[");
        for (int tile = 0; tile < participantIds.length; tile++) {
            if (!participantIds[tile].isEmpty()) {
                text.append(text.length() > 1 ? "," : "")
                        .append(String.format(
                                "{\"participantId\":\"%s\",\"x\":%d,\"y\":%d,\"width\":%d,\"height\":%d}",
                                participantIds[tile], x(tile), y(tile), WIDTH, HEIGHT));
            }
        }
        return text.append("]").toString();
    }

    public byte[] jpeg() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private int x(int tile) {
        return tile % columns * WIDTH;
    }

    private int y(int tile) {
        return tile / columns * HEIGHT;
    }

    private static BufferedImage decode(byte[] picture) {
        try {
            return ImageIO.read(new ByteArrayInputStream(picture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
