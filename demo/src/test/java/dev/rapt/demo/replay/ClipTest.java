package dev.rapt.demo.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.media.SampleMedia;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ClipTest {

    @Test
    void framesAreDistinctPicturesAndAfterTheLastComesTheFirst() throws IOException {
        try (Clip clip = new Clip(SampleMedia.CAP13, 2)) {
            // When
            byte[] first = clip.jpeg(0);
            byte[] second = clip.jpeg(1);
            int length = 1;
            while (clip.jpeg(length) != first) {
                length++;
            }

            // Then the clip is 31 s long
            assertThat(length).isBetween(61, 64);
            assertThat(second).isNotEqualTo(first);
            assertThat(clip.jpeg(length + 1)).isSameAs(second);
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(first));
            assertThat(picture.getWidth()).isGreaterThan(300);
        }
    }
}
