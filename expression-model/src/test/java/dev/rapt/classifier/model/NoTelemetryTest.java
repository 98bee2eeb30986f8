package dev.rapt.classifier.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ONNX Runtime of some versions sends word of itself to its maker; the one in use has nothing to do it with (ADR 41). */
class NoTelemetryTest {

    @ParameterizedTest
    @ValueSource(strings = {"linux-x64", "linux-aarch64"})
    void theLibraryKnowsNobodyToReportTo(String platform) throws IOException {
        String name = "/ai/onnxruntime/native/" + platform + "/libonnxruntime.so";
        try (InputStream library = OrtEnvironment.class.getResourceAsStream(name)) {
            assertThat(library).as(name).isNotNull();
            String bytes = new String(library.readAllBytes(), StandardCharsets.ISO_8859_1);
            // It is the library that was looked into
            assertThat(bytes.contains("OrtGetApiBase")).isTrue();

            assertThat(bytes.contains("events.data.microsoft.com")).isFalse();
            assertThat(bytes.contains("OneCollector")).isFalse();
        }
    }
}
