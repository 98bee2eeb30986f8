package dev.rapt.face.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the build's program on manifests of its own. */
class PinnedFilesTest {

    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final String OTHER = "0".repeat(64);

    @TempDir
    Path folder;

    private record Run(int status, String said) {}

    @BeforeEach
    void aPackage() throws IOException {
        Files.createDirectories(folder.resolve("node_modules/pkg"));
        Files.writeString(folder.resolve("node_modules/pkg/data.bin"), "xxabcyy");
        Files.writeString(folder.resolve("package.json"), "{\"name\":\"empty\",\"private\":true}");
        fakeNpm("exit 0");
    }

    @Test
    void cutsTheRangeAndAsksNoNpmWhenTheHashIsRight() throws Exception {
        // Given
        manifest(ABC + " cut.bin pkg/data.bin 2-5");
        fakeNpm("exit 9");

        // When
        Run run = run();

        // Then
        assertThat(run.said()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(folder.resolve("out/cut.bin")).hasContent("abc");
    }

    @Test
    void aWrongHashFailsWithASentenceThatSaysWhatToDo() throws Exception {
        // Given
        manifest(OTHER + " cut.bin pkg/data.bin 2-5");

        // When
        Run run = run();

        // Then
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.said())
                .contains("Wrong sha256 for cut.bin: expected " + OTHER + ", found " + ABC)
                .contains("bytes 2 to 5")
                .contains("Delete node_modules and target of this module and build again");
        assertThat(folder.resolve("out/cut.bin")).doesNotExist();
    }

    @Test
    void aTamperedTargetIsMadeAgain() throws Exception {
        // Given
        manifest(ABC + " cut.bin pkg/data.bin 2-5");
        Files.createDirectories(folder.resolve("out"));
        Files.writeString(folder.resolve("out/cut.bin"), "abd");

        // When
        Run run = run();

        // Then
        assertThat(run.status()).isZero();
        assertThat(folder.resolve("out/cut.bin")).hasContent("abc");
    }

    @Test
    void missingNpmIsOneSentence() throws Exception {
        // Given
        manifest(ABC + " cut.bin pkg/absent.bin");
        Files.delete(folder.resolve("bin/npm"));

        // When
        Run run = run();

        // Then
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.said().lines())
                .singleElement()
                .asString()
                .contains("npm is missing: install Node.js with npm and build again");
    }

    private void manifest(String line) throws IOException {
        Files.writeString(folder.resolve("pinned.txt"), line + "\n");
    }

    private void fakeNpm(String script) throws IOException {
        Path npm = folder.resolve("bin/npm");
        Files.createDirectories(npm.getParent());
        Files.writeString(npm, "#!/bin/sh\n" + script + "\n");
        assertThat(npm.toFile().setExecutable(true)).isTrue();
    }

    private Run run() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        Path.of("..", "build-tools", "PinnedFiles.java").toString(),
                        folder.toString(),
                        folder.resolve("pinned.txt").toString(),
                        folder.resolve("out").toString())
                .redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.put("PATH", folder.resolve("bin").toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), said);
    }
}
