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
        try (Clip clip = new Clip(SampleMedia.CAP13, 2, new JpegEncoder())) {
            // When
            byte[] first = clip.picture(0);
            byte[] last = clip.picture(clip.length() - 1);
            byte[] second = clip.picture(1);

            // Then the clip is 31 s long, and going back after a frame was left out works
            assertThat(clip.length()).isBetween(61, 64);
            assertThat(clip.picture(clip.length())).isSameAs(first);
            assertThat(second).isNotEqualTo(first).isNotEqualTo(last);
            assertThat(clip.picture(clip.length() + 1)).isSameAs(second);
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(first));
            assertThat(picture.getWidth()).isGreaterThan(300);
        }
    }
}
