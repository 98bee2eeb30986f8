package dev.rapt.detector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.detector.face.Box;
import dev.rapt.detector.face.FaceSettings;
import dev.rapt.detector.frame.Pictures;
import dev.rapt.media.SampleMedia;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.Java2DFrameConverter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real people in front of webcams, sampled over the whole of each clip. */
class ClipsTest {
    private static FramePipeline pipeline;

    @BeforeAll
    static void open() {
        pipeline = FramePipeline.open(FramePipelineTest.settings(FaceSettings.defaults(), 1));
    }

    @AfterAll
    static void close() {
        pipeline.close();
    }

    @ParameterizedTest
    @CsvSource({SampleMedia.CAP13 + ", 1, 31", SampleMedia.FRANCK + ", 5, 40"})
    void findsThePersonInEveryFrame(String clip, int everySeconds, int frames) throws Exception {
        assertThat(read(clip, everySeconds)).hasSize(frames).allSatisfy((second, findings) -> {
            assertThat(findings.faces()).hasSize(1);
            assertThat(findings.primary()).hasValue(0);
        });
    }

    @Test
    void seesTheMouthOpen() throws Exception {
        // When
        Map<Integer, FrameFindings> seconds = read(SampleMedia.CAP12, 1);

        // Then he is there all the time, and opens his mouth where the clip is known to show it
        assertThat(seconds).hasSize(54);
        assertThat(seconds.values())
                .allSatisfy(findings -> assertThat(findings.primary()).isPresent());
        assertThat(List.of(12, 14))
                .allSatisfy(second -> assertThat(mouth(seconds, second)).isGreaterThan(0.4f));
        assertThat(List.of(1, 2, 3, 20, 21, 22))
                .allSatisfy(second -> assertThat(mouth(seconds, second)).isLessThan(0.1f));
    }

    private static float mouth(Map<Integer, FrameFindings> seconds, int second) {
        return seconds.get(second).primaryFace().orElseThrow().measures().mouthOpenness();
    }

    private static Map<Integer, FrameFindings> read(String clip, int everySeconds) throws Exception {
        Map<Integer, FrameFindings> findings = new TreeMap<>();
        Optional<Box> last = Optional.empty();
        try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(new ByteArrayInputStream(SampleMedia.clip(clip)));
                Java2DFrameConverter converter = new Java2DFrameConverter()) {
            grabber.start();
            int next = 0;
            Frame frame;
            while ((frame = grabber.grabImage()) != null) {
                if (grabber.getTimestamp() >= next * 1_000_000L) {
                    FrameFindings found = pipeline.read(Pictures.jpeg(converter.convert(frame)), last);
                    findings.put(next, found);
                    last = found.primaryFace().map(SeenFace::box);
                    next += everySeconds;
                }
            }
        }
        return findings;
    }
}
