package dev.rapt.aggregator.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaleStateTest {

    private static final Instant LIMIT = Instant.parse("2026-01-05T10:00:00Z");

    @TempDir
    Path directory;

    private Path partition(String name, Instant leftAt) throws IOException {
        Path store = Files.createDirectories(directory.resolve(name).resolve("rocksdb/buckets"));
        Files.writeString(store.resolve("000012.sst"), "somebody");
        Path checkpoint = Files.writeString(directory.resolve(name).resolve(".checkpoint"), "0");
        Files.setLastModifiedTime(checkpoint, FileTime.from(leftAt));
        return directory.resolve(name);
    }

    @Test
    void whatWasLeftTooLongAgoIsDeletedAndTheRestIsNot() throws IOException {
        // Given
        Path old = partition("0_0", LIMIT.minusSeconds(1));
        Path fresh = partition("0_1", LIMIT.plusSeconds(1));
        Path owner = Files.writeString(directory.resolve("kafka-streams-process-metadata"), "{}");

        // When
        StaleState.deleteBefore(directory, LIMIT);

        // Then
        assertThat(old).doesNotExist();
        assertThat(fresh.resolve("rocksdb/buckets/000012.sst")).exists();
        assertThat(owner).exists();
    }

    @Test
    void aServiceThatNeverRanHasNothingToDelete() {
        // When
        StaleState.deleteBefore(directory.resolve("none"), LIMIT);

        // Then
        assertThat(directory.resolve("none")).doesNotExist();
    }
}
