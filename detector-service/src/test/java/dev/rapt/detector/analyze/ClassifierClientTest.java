package dev.rapt.detector.analyze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.rapt.detector.config.DetectorConfig;
import dev.rapt.detector.crop.GreyCrop;
import dev.rapt.detector.testing.FakeClassifier;
import dev.rapt.detector.testing.Findings;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClassifierClientTest {

    private static final List<GreyCrop> CROPS = Collections.nCopies(7, Findings.crop(48, 48));

    @Test
    void asksAboutEveryCropAFewAtATime() throws Exception {
        try (FakeClassifier classifier = new FakeClassifier(200)) {
            List<CropScore> scores = client(classifier.url()).score(CROPS, Optional.empty());

            assertThat(scores).hasSize(7);
            assertThat(scores.get(0).dominant()).isEqualTo("happy");
            assertThat(scores.get(0).expressions())
                    .containsOnlyKeys("angry", "disgust", "fear", "happy", "sad", "surprise", "neutral")
                    .containsEntry("happy", 0.94);
            assertThat(scores.get(0).model()).isEqualTo(new CropScore.Model("fake", "1"));
            assertThat(classifier.asked()).isEqualTo(7);
            assertThat(classifier.mostAtOnce()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void noCropsNeedNoClassifier() throws Exception {
        assertThat(client("http://localhost:1").score(List.of(), Optional.empty()))
                .isEmpty();
    }

    @Test
    void aClassifierThatFailsIsUnavailable() throws Exception {
        try (FakeClassifier classifier = new FakeClassifier(500)) {
            assertThatThrownBy(() -> client(classifier.url()).score(CROPS, Optional.empty()))
                    .isInstanceOf(ClassifierUnavailableException.class)
                    .hasMessageContaining("500");
        }
    }

    @Test
    void aClassifierThatIsAwayIsUnavailable() throws Exception {
        // Given a port where nobody listens any more
        HttpServer gone = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        int port = gone.getAddress().getPort();
        gone.stop(0);

        assertThatThrownBy(() -> client("http://localhost:" + port).score(CROPS, Optional.empty()))
                .isInstanceOf(ClassifierUnavailableException.class);
    }

    @Test
    void anAnswerThatIsNoneIsUnavailable() throws Exception {
        try (FakeClassifier classifier = new FakeClassifier(200, "no json")) {
            assertThatThrownBy(() -> client(classifier.url()).score(CROPS, Optional.empty()))
                    .isInstanceOf(ClassifierUnavailableException.class);
        }
    }

    private static ClassifierClient client(String url) {
        DetectorConfig config = new SmallRyeConfigBuilder()
                .withMapping(DetectorConfig.class)
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withDefaultValues(Map.of(
                        "rapt.detector.analyze.classifier-url", url, "rapt.detector.analyze.parallel-crops", "2"))
                .build()
                .getConfigMapping(DetectorConfig.class);
        return new ClassifierClient(config.analyze());
    }
}
