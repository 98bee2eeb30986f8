package dev.rapt.detector.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.detector.FramePipeline;
import dev.rapt.detector.FrameReading;
import dev.rapt.detector.SeenFace;
import dev.rapt.detector.VisionSettings;
import dev.rapt.detector.face.Box;
import dev.rapt.detector.face.FaceTrack;
import java.awt.Rectangle;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How many of the faces in galleries of 1280 by 720 pixels are found. The galleries are made of real people, each one
 * different: other tiles, gaps, labels, bars, light, sizes of faces and JPEG qualities.
 */
class GalleriesTest {

    private static final float SAME = 0.3f;
    private static final Instant FIRST = Instant.ofEpochMilli(1_760_000_000_000L);

    private static FramePipeline pipeline;
    private static List<Portrait> portraits;

    @BeforeAll
    static void open() throws Exception {
        VisionSettings defaults = VisionSettings.defaults();
        pipeline = FramePipeline.open(new VisionSettings(
                defaults.limits(),
                defaults.faces(),
                defaults.quality(),
                defaults.tracking(),
                defaults.runtime(),
                defaults.cropSide(),
                1));
        portraits = Portrait.all(pipeline);
    }

    @AfterAll
    static void close() {
        pipeline.close();
    }

    @Test
    void facesAreFoundWithAndWithoutALayout() throws Exception {
        Tally five = tally(5, 0, 1);
        assertThat(five.inTiles).as(five.toString()).isEqualTo(five.faces);
        assertThat(five.found).as(five.toString()).isGreaterThanOrEqualTo((int) Math.ceil(.97 * five.faces));
        Tally seven = tally(7, 0, 1);
        assertThat(seven.inTiles).as(seven.toString()).isEqualTo(seven.faces);
        assertThat(seven.found).as(seven.toString()).isGreaterThanOrEqualTo((int) Math.ceil(.93 * seven.faces));
        assertThat(five.wrong + seven.wrong).isZero();
        assertThat(tallyFaceless(5, 0, 2).wrong).isZero();
    }

    /** Prints the table of docs/performance.md. */
    @Test
    @Tag("long")
    void table() throws Exception {
        int galleries = 6;
        tally(5, 100, 2);
        System.out.println(
                "| tiles | faces | with layout | published | false faces | ms | ms tracked | without layout | false faces | ms |");
        List<Tally> tallies = new ArrayList<>();
        for (int side : new int[] {3, 5, 7}) {
            tallies.add(tally(side, 0, galleries));
            System.out.print(tallies.get(tallies.size() - 1));
        }
        for (int side : new int[] {1, 3, 5, 7}) {
            tallies.add(tallyFaceless(side, 0, galleries));
            System.out.print(tallies.get(tallies.size() - 1));
        }
        assertThat(tallies).allSatisfy(tally -> {
            assertThat(tally.inTiles).isEqualTo(tally.faces);
            assertThat((double) tally.found).isGreaterThanOrEqualTo((tally.side == 7 ? .93 : .97) * tally.faces);
            assertThat(tally.wrong).isZero();
            // A layout says that somebody may be there: one tile in a hundred may be misread
            assertThat(tally.wrongInTiles * 100).isLessThanOrEqualTo(tally.galleries * tally.side * tally.side + 100);
        });
    }

    private static Tally tally(int side, int firstSeed, int galleries) throws Exception {
        Tally tally = new Tally(side);
        for (int seed = firstSeed; seed < firstSeed + galleries; seed++) {
            tally.add(Gallery.of(portraits, side, seed), seed);
        }
        return tally;
    }

    private static Tally tallyFaceless(int side, int firstSeed, int galleries) throws Exception {
        Tally tally = new Tally(side);
        for (int seed = firstSeed; seed < firstSeed + galleries; seed++) {
            tally.add(Gallery.faceless(portraits, side, seed), seed);
        }
        return tally;
    }

    private static final class Tally {
        private final int side;
        private int galleries;
        private int faces;
        private int inTiles;
        private int published;
        private int found;
        private int wrongInTiles;
        private int wrong;
        private double tilesMillis;
        private double trackedMillis;
        private double allMillis;

        Tally(int side) {
            this.side = side;
        }

        void add(Gallery gallery, int seed) throws Exception {
            galleries++;
            faces += gallery.faces().size();
            byte[] jpeg = gallery.jpeg(seed);
            double began = millis();
            List<Optional<FaceTrack>> tracks = new ArrayList<>();
            try (Composite composite = pipeline.openComposite(jpeg)) {
                for (int i = 0; i < gallery.tiles().size(); i++) {
                    FrameReading reading = composite.read(tile(gallery, i), FIRST, Optional.empty(), true);
                    tracks.add(reading.track());
                    judge(gallery, i, reading);
                }
            }
            tilesMillis += millis() - began;
            began = millis();
            try (Composite composite = pipeline.openComposite(jpeg)) {
                for (int i = 0; i < gallery.tiles().size(); i++) {
                    composite.read(
                            tile(gallery, i),
                            FIRST.plusMillis(500),
                            tracks.get(i),
                            tracks.get(i).isPresent());
                }
            }
            trackedMillis += millis() - began;
            began = millis();
            List<SeenFace> all;
            try (Composite composite = pipeline.openComposite(jpeg)) {
                all = composite.readAll().faces();
                composite.backdrop();
            }
            allMillis += millis() - began;
            found += (int) gallery.faces().stream()
                    .filter(face -> all.stream().anyMatch(seen -> seen.box().overlap(face) > SAME))
                    .count();
            wrong += (int) all.stream().filter(seen -> isNobody(gallery, seen)).count();
        }

        private void judge(Gallery gallery, int tile, FrameReading reading) {
            if (tile < gallery.faces().size()) {
                Box face = gallery.faces().get(tile);
                inTiles += reading.findings().faces().stream()
                                .anyMatch(seen -> seen.box().overlap(face) > SAME)
                        ? 1
                        : 0;
                published += reading.findings().primary().isPresent() ? 1 : 0;
            }
            wrongInTiles += (int) reading.findings().faces().stream()
                    .filter(seen -> isNobody(gallery, seen))
                    .count();
        }

        private static boolean isNobody(Gallery gallery, SeenFace seen) {
            return gallery.faces().stream().noneMatch(face -> face.overlap(seen.box()) > .1f);
        }

        private static Tile tile(Gallery gallery, int i) {
            Rectangle tile = gallery.tiles().get(i);
            return new Tile("p" + i, tile.x, tile.y, tile.width, tile.height);
        }

        // Of this thread, so that other work on the machine doesn't show
        private static double millis() {
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "| %d×%d | %d | %s | %s | %d | %.0f | %.0f | %s | %d | %.0f |%n",
                    side,
                    side,
                    faces,
                    share(inTiles),
                    share(published),
                    wrongInTiles,
                    tilesMillis / galleries,
                    trackedMillis / galleries,
                    share(found),
                    wrong,
                    allMillis / galleries);
        }

        private String share(int part) {
            return faces == 0 ? "–" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / faces);
        }
    }
}
