package dev.rapt.detector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.detector.face.FaceSettings;
import dev.rapt.detector.face.FaceTrack;
import dev.rapt.detector.frame.Pictures;
import dev.rapt.detector.testing.Clips;
import dev.rapt.media.SampleMedia;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
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
        AtomicReference<FaceTrack> track = new AtomicReference<>();
        Clips.play(clip, 1.0 / everySeconds, (picture, at) -> {
            Optional<FaceTrack> last = Optional.ofNullable(track.get());
            FrameReading reading = pipeline.read(Pictures.jpeg(picture), Instant.ofEpochMilli(at), last);
            findings.put(findings.size() * everySeconds, reading.findings());
            reading.track().ifPresent(track::set);
        });
        return findings;
    }
}
