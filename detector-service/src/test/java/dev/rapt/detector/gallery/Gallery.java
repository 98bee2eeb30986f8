package dev.rapt.detector.gallery;

import dev.rapt.detector.face.Box;
import dev.rapt.detector.frame.Pictures;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * A gallery as a meeting shows it, made of real people, and what is true of it.
 *
 * @param tiles the places of the participants, row by row
 * @param faces the face that stands in each tile
 */
record Gallery(BufferedImage picture, List<Rectangle> tiles, List<Box> faces) {

    static final int WIDTH = 1280;
    static final int HEIGHT = 720;

    /** A gallery of so many tiles a side, different in everything that may differ for each seed. */
    static Gallery of(List<Portrait> portraits, int side, long seed) {
        return new Composer(side, new Random(seed * 31 + side)).compose(portraits);
    }

    /** A gallery of so many tiles a side that show parts of the same pictures without a face. */
    static Gallery faceless(List<Portrait> portraits, int side, long seed) {
        return new Composer(side, new Random(seed * 31 + side)).composeFaceless(portraits);
    }

    /** As a JPEG of a quality that goes with the seed, from poor to good. */
    byte[] jpeg(long seed) {
        return Pictures.jpeg(picture, .5f + .05f * (seed % 10));
    }

    private static final class Composer {
        private final int side;
        private final Random random;
        private final BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        private final Graphics2D graphics = picture.createGraphics();
        private final List<Rectangle> tiles = new ArrayList<>();
        private final List<Box> faces = new ArrayList<>();

        Composer(int side, Random random) {
            this.side = side;
            this.random = random;
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        }

        Gallery compose(List<Portrait> portraits) {
            List<Portrait> order = new ArrayList<>(portraits);
            Collections.shuffle(order, random);
            Iterator<Portrait> next =
                    Stream.generate(() -> order).flatMap(List::stream).iterator();
            fill((i, tile) -> {
                while (!draw(next.next(), tile)) {
                    // Somebody else, who is alone
                }
            });
            return new Gallery(picture, tiles, faces);
        }

        Gallery composeFaceless(List<Portrait> portraits) {
            fill((i, tile) -> drawFaceless(portraits, tile));
            return new Gallery(picture, tiles, faces);
        }

        private void fill(BiConsumer<Integer, Rectangle> content) {
            int dark = 10 + random.nextInt(60);
            graphics.setColor(new Color(dark, dark, dark + random.nextInt(30)));
            graphics.fillRect(0, 0, WIDTH, HEIGHT);
            int gap = random.nextInt(9);
            int top = random.nextBoolean() ? 0 : random.nextInt(30);
            boolean labels = random.nextInt(4) > 0;
            int width = (WIDTH - gap * (side + 1)) / side;
            int height = (HEIGHT - top - gap * (side + 1)) / side;
            for (int i = 0; i < side * side; i++) {
                Rectangle tile = new Rectangle(
                        gap + i % side * (width + gap), top + gap + i / side * (height + gap), width, height);
                tiles.add(tile);
                content.accept(i, tile);
                if (labels) {
                    label(tile);
                }
            }
            graphics.dispose();
        }

        private void drawFaceless(List<Portrait> portraits, Rectangle tile) {
            while (true) {
                Portrait portrait = portraits.get(random.nextInt(portraits.size()));
                int pictureWidth = portrait.picture().getWidth();
                int width = (int) (pictureWidth * (.12 + .4 * random.nextDouble()));
                int height = width * tile.height / tile.width;
                if (height < portrait.picture().getHeight()) {
                    Rectangle source = new Rectangle(
                            random.nextInt(pictureWidth - width),
                            random.nextInt(portrait.picture().getHeight() - height),
                            width,
                            height);
                    if (!shows(source, portrait.face())
                            && portrait.others().stream().noneMatch(face -> shows(source, face))) {
                        draw(portrait.picture(), source, tile, random.nextBoolean());
                        return;
                    }
                }
            }
        }

        /** Whether anything of the face, its ears or its chin is in the part. */
        private static boolean shows(Rectangle part, Box face) {
            int margin = (int) (.25 * face.width());
            return part.intersects(
                    face.x() - margin, face.y() - margin, face.width() + 2 * margin, face.height() + 2 * margin);
        }

        /** Draws somebody who can be shown alone, as most people are in front of their cameras; false when that can't be. */
        private boolean draw(Portrait portrait, Rectangle tile) {
            graphics.setColor(new Color(random.nextInt(40), random.nextInt(40), random.nextInt(40)));
            graphics.fill(tile);
            Rectangle inner = new Rectangle(tile);
            if (random.nextInt(5) == 0) {
                // A camera of 4 by 3 in a tile of 16 by 9
                int narrower = tile.height * 4 / 3;
                inner = new Rectangle(tile.x + (tile.width - narrower) / 2, tile.y, narrower, tile.height);
            }
            Rectangle source = framing(portrait, inner);
            for (int attempt = 0; attempt < 20 && crowded(portrait, source); attempt++) {
                source = framing(portrait, inner);
            }
            if (crowded(portrait, source)) {
                return false;
            }
            boolean mirrored = random.nextBoolean();
            draw(portrait.picture(), source, inner, mirrored);
            faces.add(in(portrait.face(), source, inner, mirrored));
            return true;
        }

        private static boolean crowded(Portrait portrait, Rectangle source) {
            return portrait.others().stream().anyMatch(other -> shows(source, other));
        }

        /** The part of the picture that the tile shows: the face from a quarter to two thirds of its height. */
        private Rectangle framing(Portrait portrait, Rectangle inner) {
            Box face = portrait.face();
            double share = .28 + .37 * random.nextDouble();
            double height = Math.min(face.height() / share, portrait.picture().getHeight());
            double width = height * inner.width / inner.height;
            if (width > portrait.picture().getWidth()) {
                width = portrait.picture().getWidth();
                height = width * inner.height / inner.width;
            }
            double left = clamp(
                    face.centreX() - width * (.38 + .24 * random.nextDouble()),
                    portrait.picture().getWidth() - width);
            double up = clamp(
                    face.centreY() - height * (.4 + .15 * random.nextDouble()),
                    portrait.picture().getHeight() - height);
            return new Rectangle((int) left, (int) up, (int) width, (int) height);
        }

        private void draw(BufferedImage from, Rectangle source, Rectangle target, boolean mirrored) {
            BufferedImage part = area(
                    from.getSubimage(source.x, source.y, source.width, source.height),
                    target.width,
                    target.height,
                    mirrored);
            adjust(part);
            graphics.drawImage(part, target.x, target.y, null);
        }

        /** A little darker or brighter, flatter or harder. */
        private void adjust(BufferedImage part) {
            double contrast = .75 + .4 * random.nextDouble();
            double brightness = 128 - 30 + 60 * random.nextDouble();
            for (int y = 0; y < part.getHeight(); y++) {
                for (int x = 0; x < part.getWidth(); x++) {
                    int rgb = part.getRGB(x, y);
                    int out = 0;
                    for (int shift = 16; shift >= 0; shift -= 8) {
                        double value = ((rgb >> shift & 255) - 128) * contrast + brightness;
                        out |= (int) Math.max(0, Math.min(255, value)) << shift;
                    }
                    part.setRGB(x, y, out);
                }
            }
        }

        private void label(Rectangle tile) {
            int size = Math.max(9, tile.height / 9);
            int width = tile.width / 3 + random.nextInt(tile.width / 4);
            graphics.setColor(new Color(0, 0, 0, 160));
            graphics.fillRect(tile.x + 2, tile.y + tile.height - size - 4, width, size + 3);
            graphics.setColor(Color.WHITE);
            graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, size));
            graphics.drawString("Participant " + tiles.size(), tile.x + 4, tile.y + tile.height - 5);
        }

        private static Box in(Box box, Rectangle source, Rectangle target, boolean mirrored) {
            double scaleX = (double) target.width / source.width;
            double scaleY = (double) target.height / source.height;
            double x = (box.x() - source.x) * scaleX;
            double width = box.width() * scaleX;
            if (mirrored) {
                x = target.width - x - width;
            }
            return new Box(
                    (float) (target.x + x), (float) (target.y + (box.y() - source.y) * scaleY), (float) width, (float)
                            (box.height() * scaleY));
        }

        private static BufferedImage area(BufferedImage source, int width, int height, boolean mirrored) {
            BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = drawn.createGraphics();
            java.awt.Image scaled = source.getScaledInstance(width, height, java.awt.Image.SCALE_AREA_AVERAGING);
            if (mirrored) {
                graphics.drawImage(scaled, width, 0, -width, height, null);
            } else {
                graphics.drawImage(scaled, 0, 0, null);
            }
            graphics.dispose();
            return drawn;
        }

        private static double clamp(double value, double most) {
            return Math.max(0, Math.min(most, value));
        }
    }
}
