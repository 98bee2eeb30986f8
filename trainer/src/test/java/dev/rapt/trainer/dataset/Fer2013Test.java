package dev.rapt.trainer.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapt.classifier.model.Expression;
import dev.rapt.classifier.model.GreyImage;
import dev.rapt.trainer.DrawnFaces;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Fer2013Test {
    private final PictureReader reader = new PictureReader(48, 48);

    @TempDir
    private Path folder;

    @Test
    void readsFoldersPixelForPixel() {
        DrawnFaces.writeFolders(folder.resolve("train"), 2, 1);
        DrawnFaces.writeFolders(folder.resolve("validation"), 1, 2);

        try (SplitSource source = Fer2013.open(folder, reader)) {
            assertThat(source.splits()).containsExactlyInAnyOrder(Split.TRAIN, Split.VALIDATION);
            List<LabelledImage> images = source.read(Split.TRAIN).images();
            assertThat(images).hasSize(14);
            assertThat(images)
                    .filteredOn(image -> image.label() == Expression.FEAR)
                    .extracting(LabelledImage::image)
                    .containsExactlyInAnyOrder(
                            DrawnFaces.draw(Expression.FEAR, 1000), DrawnFaces.draw(Expression.FEAR, 1001));
        }
    }

    @Test
    void judgesByValidationElseByTest() {
        DrawnFaces.writeFolders(folder.resolve("train"), 1, 1);
        DrawnFaces.writeFolders(folder.resolve("test"), 1, 2);

        try (SplitSource source = Fer2013.open(folder, reader)) {
            assertThat(source.judgingSplit(Optional.empty())).isEqualTo(Split.TEST);
        }
        DrawnFaces.writeFolders(folder.resolve("validation"), 1, 2);
        try (SplitSource source = Fer2013.open(folder, reader)) {
            assertThat(source.judgingSplit(Optional.empty())).isEqualTo(Split.VALIDATION);
            assertThat(source.judgingSplit(Optional.of(Split.named("PrivateTest"))))
                    .isEqualTo(Split.TEST);
        }
    }

    @Test
    void readsAZipWithOrWithoutAFolderAround() throws IOException {
        DrawnFaces.writeFolders(folder.resolve("archive/train"), 1, 1);
        DrawnFaces.writeFolders(folder.resolve("archive/test"), 1, 2);
        Path zip = folder.resolve("fer2013.zip");
        zip(folder, "archive", zip);

        try (SplitSource source = Fer2013.open(zip, reader)) {
            assertThat(source.read(Split.TEST).images()).hasSize(7);
            assertThat(source.read(Split.TRAIN).images().get(0).name()).contains("fer2013.zip!/archive/train/angry/");
        }
    }

    @Test
    void readsTheTableInEitherOrderOfColumns() throws IOException {
        GreyImage face = DrawnFaces.draw(Expression.SAD, 5);
        Path kaggle = Files.writeString(
                folder.resolve("fer2013.csv"), "emotion,pixels,Usage\n4,\"" + words(face) + "\",PrivateTest\n");
        Path other = Files.writeString(
                folder.resolve("icml_face_data.csv"), "emotion, Usage, pixels\n4,PrivateTest," + words(face) + "\n");

        for (Path table : List.of(kaggle, other)) {
            try (SplitSource source = Fer2013.open(table, reader)) {
                assertThat(source.splits()).containsExactly(Split.TEST);
                LabelledImage image = source.read(Split.TEST).images().get(0);
                assertThat(image.label()).isEqualTo(Expression.SAD);
                assertThat(image.image()).isEqualTo(face);
            }
        }
    }

    @Test
    void findsTheTableInAFolder() throws IOException {
        String row = "3," + words(DrawnFaces.draw(Expression.HAPPY, 5)) + ",Training\n";
        Files.writeString(folder.resolve("fer2013.csv"), "emotion,pixels,Usage\n" + row + row);

        try (SplitSource source = Fer2013.open(folder, reader)) {
            assertThat(source.read(Split.TRAIN).images()).hasSize(2);
            assertThatThrownBy(() -> source.read(Split.TEST))
                    .isInstanceOf(DatasetException.class)
                    .hasMessageContaining("no rows of usage PrivateTest; it has train");
        }
    }

    @Test
    void namesTheLineThatIsWrong() throws IOException {
        refusesTable("emotion,pixels,Usage\n9,1 2 3,Training\n", "line 2: emotion is '9'");
        refusesTable("emotion,pixels,Usage\n1,1 2 3,Training\n", "line 2: 3 pixels make no square");
        refusesTable("emotion,pixels,Usage\n1," + "1 ".repeat(63) + "256,Training\n", "line 2: pixel '256'");
        refusesTable("emotion,pixels,Usage\n1," + "1 ".repeat(63) + "7,Exam\n", "line 2: Usage is 'Exam'");
        refusesTable("emotion,pixels,Usage\n1,7\n", "line 2: has only 2 cells");
        refusesTable("label,pixels,Usage\n", "doesn't name the columns");
        refusesTable("emotion,pixels,Usage\n", "has no rows");
    }

    @Test
    void namesTheClassThatIsMissing() throws IOException {
        DrawnFaces.writeFolders(folder.resolve("validation"), 1, 1);
        Files.delete(folder.resolve("validation/disgust/DISGUST_0.png"));
        try (SplitSource source = Fer2013.open(folder, reader)) {
            assertThatThrownBy(() -> source.read(Split.VALIDATION))
                    .isInstanceOf(DatasetException.class)
                    .hasMessageContaining("disgust holds no pictures");
            Files.delete(folder.resolve("validation/disgust"));
            assertThatThrownBy(() -> source.read(Split.VALIDATION))
                    .isInstanceOf(DatasetException.class)
                    .hasMessageContaining("has no folder for disgust; it holds angry, fear");
        }
    }

    @Test
    void namesThePictureThatIsCorrupt() throws IOException {
        DrawnFaces.writeFolders(folder.resolve("validation"), 1, 1);
        Path broken = folder.resolve("validation/sad/broken.jpg");
        Files.write(broken, new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, 1, 2});
        try (SplitSource source = Fer2013.open(folder, reader)) {
            assertThatThrownBy(() -> source.read(Split.VALIDATION))
                    .isInstanceOf(DatasetException.class)
                    .hasMessageContaining(broken.toString());
        }
    }

    @Test
    void saysWhatThePathHoldsInstead() throws IOException {
        assertThatThrownBy(() -> Fer2013.open(folder.resolve("nowhere"), reader))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("doesn't exist");
        assertThatThrownBy(() -> Fer2013.open(Files.writeString(folder.resolve("a.txt"), "text"), reader))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("neither a folder nor a readable zip");
        DrawnFaces.writeFolders(folder.resolve("flat"), 1, 1);
        assertThatThrownBy(() -> Fer2013.open(folder.resolve("flat"), reader))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("it holds angry, disgust")
                .hasMessageContaining("--dataset folders");
    }

    private void refusesTable(String table, String reason) throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.csv"), table);
        assertThatThrownBy(() -> Fer2013.open(file, reader))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(reason);
    }

    private static String words(GreyImage image) {
        StringBuilder words = new StringBuilder();
        for (byte pixel : image.pixels()) {
            words.append(words.length() == 0 ? "" : " ").append(pixel & 255);
        }
        return words.toString();
    }

    private static void zip(Path root, String top, Path zip) throws IOException {
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(root.resolve(top))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entries.putNextEntry(
                        new ZipEntry(root.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, entries);
                entries.closeEntry();
            }
        }
    }
}
