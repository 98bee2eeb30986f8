package dev.rapt.detector.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapt.detector.books.RefusalReason;
import dev.rapt.detector.frame.ImageType;
import dev.rapt.detector.ingest.RefusedException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GalleryFormTest {

    private static final String PICTURE =
            "--B\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"g.jpg\"\r\n"
                    + "Content-Type: image/jpeg\r\n\r\n\u00ff\u00d8\r\n--\r\n\u0000--B\u00ff\r\n";

    @Test
    void readsPictureAndLayoutInAnyOrderAndLeavesOtherPartsAlone() throws Exception {
        // When
        GalleryForm form = read("--B\r\ncontent-disposition: form-data; name=layout\r\n\r\n[ü]\r\n"
                + "--B\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\n\r\n" + PICTURE + "--B--\r\n");

        // Then what looks a little like a boundary belongs to the picture
        assertThat(form.picture())
                .isEqualTo("\u00ff\u00d8\r\n--\r\n\u0000--B\u00ff".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(form.type()).contains(ImageType.JPEG);
        assertThat(form.layout()).isPresent();
    }

    @Test
    void theLayoutMayBeMissingAndThePicturesTypeToo() throws Exception {
        assertThat(read(PICTURE + "--B--").layout()).isEmpty();
        assertThat(read(PICTURE.replace("image/jpeg", "application/octet-stream") + "--B--")
                        .type())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--B",
                "--B--",
                "--B--\r\n",
                "--B\r\n",
                "xx--B\r\n\r\n\r\n--B--",
                "--B\r\nContent-Disposition: form-data; name=\"picture\"\r\n\r\nabc",
                "--B\r\nContent-Disposition: form-data; name=\"picture\"\r\n\r\n\r\n--B--",
                "--B\r\nContent-Disposition: form-data; name=\"image\"\r\n\r\nabc\r\n--B--",
                "--B\r\nContent-Disposition: form-data; name=\"picture\"\r\n\r\nabc\r\n--Bx",
                "--B\r\n\r\nabc",
            })
    void refusesWhatIsNoForm(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.reason())
                .isEqualTo(RefusalReason.BAD_MULTIPART));
    }

    @Test
    void thePartsAreBounded() {
        assertThatThrownBy(() -> read("--B\r\n\r\n\r\n".repeat(17) + "--B--")).isInstanceOf(RefusedException.class);
    }

    @Test
    void theBoundaryStandsInTheContentType() throws Exception {
        assertThat(GalleryForm.boundary(null)).isEmpty();
        assertThat(GalleryForm.boundary("image/jpeg")).isEmpty();
        assertThat(GalleryForm.boundary("Multipart/Form-Data; boundary=----X7")).contains("----X7");
        assertThat(GalleryForm.boundary("multipart/form-data; boundary=\"a b\"; charset=x"))
                .contains("a b");
        assertThatThrownBy(() -> GalleryForm.boundary("multipart/form-data")).isInstanceOf(RefusedException.class);
    }

    private static GalleryForm read(String body) throws RefusedException {
        return GalleryForm.read(body.getBytes(StandardCharsets.ISO_8859_1), "B");
    }
}
