package dev.rapt.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.trainer.DrawnFaces;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command itself, in a process of its own that is killed without warning. */
class KilledRunTest {
    @TempDir
    private Path folder;

    @Test
    void goesOnAfterBeingKilled() throws Exception {
        DrawnFaces.writeFolders(folder.resolve("data/train"), 8, 1);
        DrawnFaces.writeFolders(folder.resolve("data/validation"), 1, 2);
        Path checkpoint = folder.resolve("out/checkpoint.safetensors");

        // Given a run that is killed once it has left a checkpoint
        Process endless = start("killed.log", "--epochs", "100000");
        while (!Files.exists(checkpoint) && endless.isAlive()) {
            Thread.sleep(20);
        }
        endless.destroyForcibly().waitFor();
        int epochs = TrainedModel.read(checkpoint).history().size();
        assertThat(epochs).isPositive();

        // When it is resumed for two epochs more
        Process resumed = start("resumed.log", "--resume", "--epochs", "" + (epochs + 2));
        assertThat(resumed.waitFor(60, TimeUnit.SECONDS)).isTrue();

        // Then it has gone on from there
        String log = Files.readString(folder.resolve("resumed.log"));
        assertThat(resumed.exitValue()).as(log).isZero();
        assertThat(log).contains("going on from the checkpoint").doesNotContain("epoch   1 |");
        assertThat(TrainedModel.read(checkpoint).history())
                .extracting(EpochReport::epoch)
                .startsWith(1)
                .endsWith(epochs + 1, epochs + 2);
    }

    private Process start(String log, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Dai.djl.offline=true",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.rapt.trainer.cli.Main",
                "train",
                "--dataset",
                "fer2013",
                "--data",
                folder.resolve("data").toString(),
                "--out",
                folder.resolve("out").toString(),
                "--width",
                "8",
                "--batch",
                "28"));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(log).toFile())
                .start();
    }
}
