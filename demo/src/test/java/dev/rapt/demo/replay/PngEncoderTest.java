package dev.rapt.demo.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.media.SampleMedia;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngEncoderTest {

    @Test
    void makesASmallPng() throws Exception {
        try (Clip clip = new Clip(SampleMedia.CAP13, 2, new PngEncoder())) {
            byte[] png = clip.picture(0);
            assertThat(png).startsWith(0x89, 'P', 'N', 'G').hasSizeLessThan(150_000);
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
            assertThat(picture.getWidth()).isEqualTo(PngEncoder.WIDEST);
            assertThat(picture.getHeight()).isEqualTo(240);
        }
    }
}
