package dev.rapt.trainer.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapt.classifier.model.Expression;
import dev.rapt.trainer.DrawnFaces;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassFolderSetsTest {
    private final PictureReader reader = new PictureReader(48, 48);

    @TempDir
    private Path folder;

    @Test
    void ckPlusLeavesContemptOutAndSaysSo() {
        List.of("anger", "contempt", "disgust", "fear", "happy", "sadness", "surprise")
                .forEach(name -> writePeaks(name, 3));

        Pictures pictures = CkPlus.read(folder, reader);

        assertThat(pictures.images()).hasSize(18);
        assertThat(pictures.images())
                .filteredOn(image -> image.name().contains("sadness"))
                .allMatch(image -> image.label() == Expression.SAD)
                .hasSize(3);
        assertThat(pictures.notes())
                .containsExactly("3 pictures of contempt are left out: the model has no such class");
    }

    @Test
    void ckPlusNamesTheMissingFolders() {
        List.of("anger", "disgust", "happy", "surprise").forEach(name -> writePeaks(name, 1));

        assertThatThrownBy(() -> CkPlus.read(folder, reader))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("has no folder for fear, sad; it holds anger, disgust, happy, surprise");
    }

    @Test
    void theOriginalCkPlusIsTurnedAway() throws Exception {
        Files.createDirectories(folder.resolve("cohn-kanade-images/S010/004"));
        Files.createDirectories(folder.resolve("Emotion/S010/004"));

        assertThatThrownBy(() -> CkPlus.read(folder, reader))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("give the folder CK+48");
    }

    @Test
    void foldersTakeSynonymsColoursAndAnySize() {
        BufferedImage picture = new BufferedImage(100, 60, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(new Color(0, 255, 0));
        graphics.fillRect(0, 0, 100, 60);
        graphics.dispose();
        DrawnFaces.write(picture, folder.resolve("Happiness/a.PNG"));
        DrawnFaces.write(DrawnFaces.draw(Expression.FEAR, 1), folder.resolve("fearful/b.jpg"));

        Pictures pictures = FolderSet.read(folder, reader);

        assertThat(pictures.images())
                .extracting(LabelledImage::label)
                .containsExactlyInAnyOrder(Expression.HAPPY, Expression.FEAR);
        LabelledImage green = pictures.images().get(0);
        assertThat(green.image().width()).isEqualTo(48);
        // .587 × 255
        assertThat(green.image().pixels()).containsOnly((byte) 150);
        assertThat(pictures.notes()).containsExactly("there are no pictures of angry, disgust, sad, surprise, neutral");
    }

    @Test
    void foldersOfOtherThingsAreAnError() throws Exception {
        Files.createDirectories(folder.resolve("cats"));
        Files.createDirectories(folder.resolve("dogs"));

        assertThatThrownBy(() -> FolderSet.read(folder, reader))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("no folder named after a class")
                .hasMessageContaining("it holds cats, dogs");
    }

    private void writePeaks(String name, int pictures) {
        for (int i = 0; i < pictures; i++) {
            DrawnFaces.write(
                    DrawnFaces.draw(Expression.SAD, i), folder.resolve(name).resolve("S010_004_0000001" + i + ".png"));
        }
    }
}
