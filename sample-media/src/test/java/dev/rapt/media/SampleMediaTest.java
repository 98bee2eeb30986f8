package dev.rapt.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleMediaTest {

    @ParameterizedTest
    @MethodSource("dev.rapt.media.SampleMedia#clips")
    void theClipsAreMp4(String name) {
        // When
        byte[] bytes = SampleMedia.clip(name);

        // Then
        assertThat(new String(Arrays.copyOfRange(bytes, 4, 8), StandardCharsets.US_ASCII))
                .isEqualTo("ftyp");
    }

    @ParameterizedTest
    @MethodSource("dev.rapt.media.SampleMedia#photos")
    void thePhotosDecode(String name) throws IOException {
        assertThat(ImageIO.read(new ByteArrayInputStream(SampleMedia.photo(name))))
                .isNotNull();
    }

    @Test
    void anotherNameIsRefused() {
        assertThatThrownBy(() -> SampleMedia.clip("../META-INF/NOTICE"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("franck.mp4");
    }
}
