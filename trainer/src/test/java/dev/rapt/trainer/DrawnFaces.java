package dev.rapt.trainer;

import dev.rapt.classifier.model.Expression;
import dev.rapt.classifier.model.GreyImage;
import dev.rapt.trainer.dataset.LabelledImage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/** Pictures that a network can tell apart: each class has bright bands of its own width and turn, under noise. */
public final class DrawnFaces {
    private DrawnFaces() {}

    public static GreyImage draw(Expression label, long seed) {
        SplittableRandom random = new SplittableRandom(seed * 7 + label.ordinal());
        byte[] pixels = new byte[48 * 48];
        double phase = random.nextDouble();
        int turn = label.ordinal() % 2;
        double pace = 0.15 + 0.12 * label.ordinal();
        for (int i = 0; i < pixels.length; i++) {
            double along = turn == 0 ? i % 48 : i / 48;
            double level = 128 + 70 * Math.sin(along * pace + phase) + 40 * (random.nextDouble() - 0.5);
            pixels[i] = (byte) Math.max(0, Math.min(255, level));
        }
        return new GreyImage(48, 48, pixels);
    }

    public static List<LabelledImage> set(int perClass, long seed) {
        List<LabelledImage> images = new ArrayList<>();
        for (int i = 0; i < perClass; i++) {
            for (Expression label : Expression.values()) {
                images.add(new LabelledImage(label + " " + i, label, draw(label, seed * 1000 + i)));
            }
        }
        return images;
    }

    /** Writes {@code perClass} pictures a class into folders of the classes' usual names. */
    public static void writeFolders(Path folder, int perClass, long seed) {
        for (LabelledImage image : set(perClass, seed)) {
            Path file = folder.resolve(image.label().wireName())
                    .resolve(image.name().replace(' ', '_') + ".png");
            write(image.image(), file);
        }
    }

    public static void write(GreyImage image, Path file) {
        BufferedImage picture = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_BYTE_GRAY);
        picture.getRaster().setDataElements(0, 0, image.width(), image.height(), image.pixels());
        write(picture, file);
    }

    public static void write(BufferedImage picture, Path file) {
        String name = file.getFileName().toString();
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(picture, name.substring(name.lastIndexOf('.') + 1), file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
