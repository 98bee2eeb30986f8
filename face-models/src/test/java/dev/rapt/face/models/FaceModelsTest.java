package dev.rapt.face.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaceModelsTest {

    @ParameterizedTest
    @EnumSource(names = "GEOMETRY", mode = EnumSource.Mode.EXCLUDE)
    void theNetworksAreTensorFlowLiteFiles(FaceModels model) {
        // When
        byte[] bytes = model.bytes();

        // Then the file carries the identifier of its format after the offset of its root table
        assertThat(new String(Arrays.copyOfRange(bytes, 4, 8), StandardCharsets.US_ASCII))
                .isEqualTo("TFL3");
        assertThat(bytes).hasSizeGreaterThan(200_000);
    }

    @Test
    void theGeometryIsWhole() {
        assertThat(FaceModels.GEOMETRY.bytes()).hasSize(3_757_224 - 3_737_848);
    }
}
