package dev.rapt.detector.live.draw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.detector.frame.ImageLimits;
import dev.rapt.detector.frame.NativeObjects;
import dev.rapt.detector.frame.Pictures;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ScenePainterTest {

    private static final int LINE = 30;
    private static final Color GROUND = new Color(40, 60, 40);

    private final ScenePainter painter = new ScenePainter(1280, 720, ImageLimits.defaults());

    @Test
    void aFaceIsOutlinedWhereItIs() throws IOException {
        // Given a face in a picture of another size and shape than its cell
        byte[] picture = Pictures.png(Pictures.plain(400, 400, GROUND));
        Scene.Face face = face(100, 200, 120, 100, "", "", false);

        // When
        BufferedImage drawn = draw(tile("ada", false, shot(picture, 400, 400, face)));

        // Then its edges are blue, and what is within and without is the picture's
        Cell cell = Cell.grid(1, 1280, 720 - LINE, 8).get(0);
        double scale = cell.height() / 400.0;
        double left = cell.x() + (cell.width() - 400 * scale) / 2;
        assertLine(drawn, left + 100 * scale, cell.y() + 250 * scale);
        assertLine(drawn, left + 220 * scale, cell.y() + 250 * scale);
        assertLine(drawn, left + 160 * scale, cell.y() + 200 * scale);
        assertLine(drawn, left + 160 * scale, cell.y() + 300 * scale);
        assertClose(at(drawn, left + 160 * scale, cell.y() + 250 * scale), GROUND);
        assertClose(at(drawn, left + 60 * scale, cell.y() + 250 * scale), GROUND);
    }

    @Test
    void whoSpeaksHasABorderAndAMark() throws IOException {
        byte[] picture = Pictures.png(Pictures.plain(640, 360, GROUND));

        BufferedImage drawn =
                draw(tile("ada", false, shot(picture, 640, 360)), tile("bob", true, shot(picture, 640, 360)));

        List<Cell> cells = Cell.grid(2, 1280, 720 - LINE, 8);
        Cell silent = cells.get(0);
        Cell speaking = cells.get(1);
        assertClose(at(drawn, speaking.x() + 3, speaking.y() + speaking.height() / 2.0), Palette.SPEAKER);
        assertClose(at(drawn, silent.x() + 3, silent.y() + silent.height() / 2.0), GROUND);
        // The plate with the name and the word
        assertThat(count(drawn, plates(speaking), Palette.SPEAKER)).isGreaterThan(1_500);
        assertThat(count(drawn, plates(silent), Palette.SPEAKER)).isZero();
        assertThat(count(drawn, plates(speaking), Palette.ON_SPEAKER)).isGreaterThan(150);
    }

    @Test
    void aLabelIsWrittenInWhiteOnAPlate() throws IOException {
        byte[] picture = Pictures.png(Pictures.plain(640, 360, Color.WHITE));
        BufferedImage without = draw(tile("", false, shot(picture, 640, 360, face(200, 150, 100, 100, "", "", false))));
        BufferedImage with =
                draw(tile("", false, shot(picture, 640, 360, face(200, 150, 100, 100, "", "happy", false))));

        Cell all = Cell.grid(1, 1280, 720 - LINE, 8).get(0);
        Color plate = new Color(65, 65, 65);
        assertThat(count(without, all, plate)).isLessThan(100);
        assertThat(count(with, all, plate)).isGreaterThan(700);
    }

    @Test
    void whoIsNotToBeSeenIsADarkTileWithTheReason() throws IOException {
        BufferedImage drawn = draw(tile("ada", false, new Scene.Dark("camera off")));

        Cell cell = Cell.grid(1, 1280, 720 - LINE, 8).get(0);
        assertClose(at(drawn, cell.x() + 100, cell.y() + 100), Palette.DARK_TILE);
        Cell middle = new Cell(cell.x() + cell.width() / 2 - 80, cell.y() + cell.height() / 2 - 15, 160, 30);
        assertThat(count(drawn, middle, Palette.FAINT_TEXT)).isGreaterThan(100);
    }

    @Test
    void aPictureThatCannotBeReadIsDarkToo() throws IOException {
        BufferedImage drawn = draw(tile("ada", false, shot(new byte[] {1, 2, 3}, 640, 360)));

        assertClose(at(drawn, 200, 200), Palette.DARK_TILE);
    }

    @Test
    void facesBeyondTheEdgesAndOddNamesDoNotBreakIt() throws IOException {
        byte[] picture = Pictures.png(Pictures.plain(320, 180, GROUND));
        Scene.Face[] odd = {
            face(-50, -50, 100, 100, "漢字 👩‍💻", "it depends", true),
            face(300, 170, 500, 500, "", "x", false),
            face(1000, 1000, 5, 5, "out", "out", false),
            face(10, 10, 0, 0, "", "", false),
            face(0, 0, 320, 180, "whole " + "w".repeat(200), "neutral", true)
        };

        assertThat(draw(tile("", false, shot(picture, 320, 180, odd))).getWidth())
                .isEqualTo(1280);
        assertThat(draw(tile("a".repeat(300), true, shot(picture, 320, 180))).getHeight())
                .isEqualTo(720);
        assertThat(draw().getWidth()).isEqualTo(1280);
    }

    @Test
    void nothingNativeIsLeftBehind() throws IOException {
        byte[] small = Pictures.jpeg(Pictures.plain(160, 90, GROUND));
        byte[] large = Pictures.jpeg(Pictures.plain(2600, 1400, GROUND));
        byte[] broken = java.util.Arrays.copyOf(large, 40);
        long before = NativeObjects.live();

        for (byte[] picture : List.of(small, large, broken)) {
            draw(IntStream.range(0, 9)
                    .mapToObj(i -> tile("p" + i, false, shot(picture, 160, 90)))
                    .toArray(Scene.Tile[]::new));
        }

        assertThat(NativeObjects.live()).isEqualTo(before);
    }

    @Test
    void whatItWritesSaysOnceThatItIsAnEstimate() {
        assertThat(ScenePainter.NOTE).containsOnlyOnce("estimate");
    }

    private BufferedImage draw(Scene.Tile... tiles) throws IOException {
        byte[] jpeg = painter.draw(new Scene("standup · 14:03:22 UTC", List.of(tiles), 0));
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }

    private static Scene.Tile tile(String name, boolean speaking, Scene.Content content) {
        return new Scene.Tile(name, speaking, content);
    }

    private static Scene.Shot shot(byte[] picture, int width, int height, Scene.Face... faces) {
        return new Scene.Shot(picture, width, height, List.of(faces));
    }

    private static Scene.Face face(
            double x, double y, double width, double height, String name, String label, boolean speaking) {
        return new Scene.Face(x, y, width, height, true, name, label, speaking);
    }

    private static Color at(BufferedImage image, double x, double y) {
        return new Color(image.getRGB((int) Math.round(x), (int) Math.round(y)));
    }

    /** As close as a JPEG's colours are on thin lines. */
    private static void assertClose(Color found, Color wanted) {
        assertThat(distance(found, wanted)).as("%s is like %s", found, wanted).isLessThan(45);
    }

    /** A pixel beside the place is blue, as thin lines lie between pixels. */
    private static void assertLine(BufferedImage image, double x, double y) {
        int nearest = 255;
        for (int across = -1; across <= 1; across++) {
            for (int down = -1; down <= 1; down++) {
                nearest = Math.min(nearest, distance(at(image, x + across, y + down), Palette.FACE));
            }
        }
        assertThat(nearest).as("the distance of the nearest colour to blue").isLessThan(45);
    }

    private static int distance(Color a, Color b) {
        return Math.max(
                Math.abs(a.getRed() - b.getRed()),
                Math.max(Math.abs(a.getGreen() - b.getGreen()), Math.abs(a.getBlue() - b.getBlue())));
    }

    private static Cell plates(Cell cell) {
        return new Cell(cell.x() + 9, cell.y() + cell.height() - 50, 260, 40);
    }

    private static int count(BufferedImage image, Cell area, Color colour) {
        int count = 0;
        for (int y = area.y(); y < area.y() + area.height(); y++) {
            for (int x = area.x(); x < area.x() + area.width(); x++) {
                if (distance(new Color(image.getRGB(x, y)), colour) < 25) {
                    count++;
                }
            }
        }
        return count;
    }
}
