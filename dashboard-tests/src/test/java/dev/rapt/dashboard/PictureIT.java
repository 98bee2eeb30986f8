package dev.rapt.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import dev.rapt.media.SampleMedia;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Trying a picture. */
class PictureIT extends DashboardTest {

    @Test
    void showsBoxesScoresAndAPieForEachFace() throws Exception {
        // Given
        open("#/picture");

        // When
        visit.page.setInputFiles("#picture", new FilePayload("people.jpg", "image/jpeg", photo()));

        // Then
        visit.page.locator(".face").nth(1).waitFor();
        assertThat(visit.text(".page-picture [role=status]")).isEqualTo("2 faces found, the largest first.");
        assertThat(visit.text(".face[data-face='1']")).contains("Happy", "93.0 %");
        assertThat(visit.text(".face[data-face='2']"))
                .contains("It depends", "The face is dark, so the scores mean little.");
        visit.until("document.querySelectorAll('.face canvas').length === 2");
        visit.until("document.querySelector('.boxed img').naturalWidth > 0");
        assertThat(visit.page.locator(".box rect").first().getAttribute("x")).isEqualTo("200");
        assertThat(visit.complaints()).isEmpty();

        // And the box of the face that is looked at comes forward
        visit.page.locator(".face").nth(1).focus();
        visit.until("document.querySelector('.box-forward')?.dataset.face === '2'");
    }

    @Test
    void takesADroppedPicture() throws Exception {
        // Given
        open("#/picture");
        visit.page.locator(".drop").waitFor();

        // When
        visit.page.evaluate(
                "bytes => {const file = new File([Uint8Array.from(atob(bytes), c => c.charCodeAt(0))], 'a.jpg', {type: 'image/jpeg'});"
                        + "const data = new DataTransfer(); data.items.add(file);"
                        + "document.querySelector('.drop').dispatchEvent(new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true}))}",
                Base64.getEncoder().encodeToString(photo()));

        // Then
        visit.page.locator(".face").first().waitFor();
    }

    @Test
    void saysWhyAPictureWasRefused() throws Exception {
        open("#/picture");

        visit.page.setInputFiles("#picture", new FilePayload("half.jpg", "image/jpeg", new byte[] {1, 2, 3}));
        visit.page.getByText("The picture is broken").waitFor();

        visit.page.setInputFiles("#picture", new FilePayload("notes.txt", "text/plain", new byte[] {1, 2, 3}));
        visit.page.getByText("This is not a JPEG or PNG picture.").waitFor();
    }

    private static byte[] photo() throws Exception {
        return SampleMedia.photo(SampleMedia.photos().get(0));
    }
}
