package dev.rapt.detector.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.detector.crop.GreyCrop;
import dev.rapt.detector.testing.Findings;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class GreyPngTest {

    @Test
    void anotherReaderSeesTheSamePixels() throws Exception {
        // Given
        GreyCrop crop = Findings.crop(48, 32);

        // When
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(GreyPng.of(crop)));

        // Then
        assertThat(read.getType()).isEqualTo(BufferedImage.TYPE_BYTE_GRAY);
        assertThat(read.getWidth()).isEqualTo(48);
        assertThat(read.getHeight()).isEqualTo(32);
        int[] samples = read.getRaster().getSamples(0, 0, 48, 32, 0, (int[]) null);
        for (int i = 0; i < samples.length; i++) {
            assertThat(samples[i]).isEqualTo(crop.pixels()[i] & 0xff);
        }
    }
}
