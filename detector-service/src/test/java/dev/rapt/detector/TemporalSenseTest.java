package dev.rapt.detector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.classifier.model.ExpressionModel;
import dev.rapt.classifier.model.GreyImage;
import dev.rapt.detector.crop.GreyCrop;
import dev.rapt.detector.face.FaceSettings;
import dev.rapt.detector.face.FaceTrack;
import dev.rapt.detector.frame.Pictures;
import dev.rapt.detector.testing.Clips;
import dev.rapt.display.DisplayedLabel;
import dev.rapt.display.ExpressionSmoother;
import dev.rapt.media.SampleMedia;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the pictures of a clip to the label that a viewer sees, with the models that are shipped. */
class TemporalSenseTest {

    private record Sample(long atMillis, float mouthOpenness, double[] probabilities) {}

    private record Shown(Sample sample, DisplayedLabel label) {}

    private static FramePipeline pipeline;
    private static ExpressionModel model;

    @BeforeAll
    static void open() {
        pipeline = FramePipeline.open(FramePipelineTest.settings(FaceSettings.defaults(), 1));
        model = ExpressionModel.openDefault();
    }

    @AfterAll
    static void close() {
        pipeline.close();
        model.close();
    }

    @Test
    void followsAMouthThatOpensAndLeavesACalmFaceAlone() throws Exception {
        // When a bot sends two frames a second
        ExpressionSmoother smoother = new ExpressionSmoother();
        List<Shown> shown = new ArrayList<>();
        for (Sample sample : samples(SampleMedia.CAP12, 2, 1)) {
            shown.add(new Shown(sample, smoother.next(sample.atMillis(), sample.probabilities())));
        }

        // Then the mouth that opens at 11.3 s and again at 13.3 s is seen within a second and a half
        for (int second : new int[] {11, 13}) {
            List<Shown> open = between(shown, second, second + 2).stream()
                    .filter(s -> s.sample().mouthOpenness() > .2)
                    .toList();
            assertThat(open)
                    .filteredOn(s -> s.label() == DisplayedLabel.SURPRISE)
                    .first()
                    .satisfies(s -> assertThat(
                                    s.sample().atMillis() - open.get(0).sample().atMillis())
                            .isLessThanOrEqualTo(1500));
        }

        // And in the half minute in which he rests the label changes at most four times a minute
        List<DisplayedLabel> calm =
                between(shown, 20, 50).stream().map(Shown::label).toList();
        assertThat(calm).hasSizeGreaterThan(50).contains(DisplayedLabel.NEUTRAL);
        assertThat(IntStream.range(1, calm.size()).filter(i -> calm.get(i) != calm.get(i - 1)))
                .hasSizeLessThanOrEqualTo(2);
    }

    /** Writes what docs/performance.md's section on temporal sense is computed from; not a check of anything. */
    @ParameterizedTest
    @Tag("long")
    @ValueSource(strings = {SampleMedia.CAP12, SampleMedia.CAP13, SampleMedia.FRANCK})
    void recordsAClipAnew(String clip) throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "temporal-sense"));
        String name = clip.replaceFirst("(_edit2?)?[.]mp4$", "");
        List<Sample> samples = samples(clip, 10, 5);
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(folder.resolve(name + ".csv")))) {
            out.println("# " + clip
                    + " at 10 frames a second, each tracked from half a second before, through the detector and the"
                    + " expression model "
                    + model.card().name() + " " + model.card().version()
                    + "; docs/performance.md says how to record it anew");
            out.println("# millis, mouth openness, angry, disgust, fear, happy, sad, surprise, neutral");
            for (Sample sample : samples) {
                StringBuilder line = new StringBuilder(String.format(
                        Locale.ROOT, "%d,%.3f", Math.round(sample.atMillis() / 100.0) * 100, sample.mouthOpenness()));
                for (double probability : sample.probabilities()) {
                    line.append(String.format(Locale.ROOT, ",%.4f", probability));
                }
                out.println(line);
            }
        }
        assertThat(samples).hasSizeGreaterThan(300);
    }

    private static List<Shown> between(List<Shown> shown, int fromSecond, int toSecond) {
        return shown.stream()
                .filter(s -> s.sample().atMillis() >= 1000L * fromSecond
                        && s.sample().atMillis() < 1000L * toSecond)
                .toList();
    }

    /** What is measured of the frames whose expression can be seen, as if so many bots took turns with the frames. */
    private static List<Sample> samples(String clip, double framesPerSecond, int bots) throws Exception {
        List<Sample> samples = new ArrayList<>();
        FaceTrack[] tracks = new FaceTrack[bots];
        AtomicInteger next = new AtomicInteger();
        Clips.play(clip, framesPerSecond, (picture, at) -> {
            int bot = next.getAndIncrement() % bots;
            FrameReading reading =
                    pipeline.read(Pictures.jpeg(picture), Instant.ofEpochMilli(at), Optional.ofNullable(tracks[bot]));
            reading.track().ifPresent(track -> tracks[bot] = track);
            reading.findings()
                    .primaryFace()
                    .filter(face -> face.flaw().isEmpty())
                    .ifPresent(face ->
                            samples.add(new Sample(at, face.measures().mouthOpenness(), probabilities(face.crop()))));
        });
        return samples;
    }

    private static double[] probabilities(GreyCrop crop) {
        return model
                .score(List.of(new GreyImage(crop.width(), crop.height(), crop.pixels())))
                .get(0)
                .probabilities()
                .stream()
                .mapToDouble(Float::doubleValue)
                .toArray();
    }
}
