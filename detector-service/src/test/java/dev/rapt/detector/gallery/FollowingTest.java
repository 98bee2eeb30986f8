package dev.rapt.detector.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.detector.FramePipeline;
import dev.rapt.detector.SeenFace;
import dev.rapt.detector.VisionSettings;
import dev.rapt.detector.face.Box;
import dev.rapt.detector.frame.NativeObjects;
import dev.rapt.detector.frame.Pictures;
import dev.rapt.detector.testing.Clips;
import dev.rapt.media.SampleMedia;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Real people who talk and make faces in galleries of 2 by 2 tiles, two pictures a second. */
class FollowingTest {

    private static final int SECONDS = 8;
    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;

    private static FramePipeline pipeline;
    private static List<List<BufferedImage>> clips;

    private final GalleryTracker tracker = new GalleryTracker(Duration.ofSeconds(30));
    private long now = 1_760_000_000_000L;

    @BeforeAll
    static void open() throws Exception {
        pipeline = FramePipeline.open(VisionSettings.defaults());
        clips = new ArrayList<>();
        for (String clip : List.of(SampleMedia.CAP12, SampleMedia.CAP13, SampleMedia.FRANCK)) {
            List<BufferedImage> frames = new ArrayList<>();
            Clips.play(clip, 2, (frame, at) -> {
                if (frames.size() < 2 * SECONDS) {
                    frames.add(Pictures.scaled(frame, WIDTH, HEIGHT));
                }
            });
            clips.add(frames);
        }
    }

    @AfterAll
    static void close() {
        pipeline.close();
        assertThat(NativeObjects.live()).isZero();
    }

    @Test
    void everybodyKeepsTheirNumber() throws Exception {
        Sighting first = see(0, 0, 1, 2);
        for (int i = 1; i < 2 * SECONDS; i++) {
            Sighting next = see(i, 0, 1, 2);
            assertThat(next.anew()).isFalse();
            assertThat(next.numbers()).as("picture " + i).containsExactlyInAnyOrderElementsOf(first.numbers());
        }
    }

    @Test
    void tilesOfPeopleBeforeDifferentWallsSwapAndHaveNewNumbers() throws Exception {
        // Given two tiles of the same man before the same wall, and another man before a blue one
        assertThat(see(0, 0, 1, 2).numbers()).containsExactlyInAnyOrder(1, 2, 3);

        // When the other man swaps places with one of them
        Sighting swapped = see(1, 2, 1, 0);

        // Then nobody has the number of the one who was there before, and the one who stayed keeps it or all begin anew
        assertThat(swapped.anew()
                        || swapped.numbers().stream()
                                        .filter(number -> number > 3)
                                        .count()
                                == 2)
                .as(swapped.toString())
                .isTrue();
    }

    private Sighting see(int frame, int... shown) throws Exception {
        BufferedImage picture = new BufferedImage(2 * WIDTH, 2 * HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = picture.createGraphics();
        for (int tile = 0; tile < shown.length; tile++) {
            graphics.drawImage(clips.get(shown[tile]).get(frame), tile % 2 * WIDTH, tile / 2 * HEIGHT, null);
        }
        graphics.dispose();
        try (Composite composite = pipeline.openComposite(Pictures.jpeg(picture, .8f))) {
            List<Box> faces =
                    composite.readAll().faces().stream().map(SeenFace::box).toList();
            return tracker.see(now += 500, faces, composite.backdrop());
        }
    }
}
