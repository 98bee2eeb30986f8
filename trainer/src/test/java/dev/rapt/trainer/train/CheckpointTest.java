package dev.rapt.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapt.trainer.network.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
    @TempDir
    private Path folder;

    @Test
    void comesBackAsItWas() throws IOException {
        Path file = folder.resolve("c.safetensors");
        checkpoint().write(file);
        checkpoint().write(file);

        Checkpoint read = Checkpoint.read(file);

        assertThat(read.words()).containsEntry("epoch", "3").hasSize(1);
        assertThat(read.tensors().keySet()).containsExactly("first", "second");
        assertThat(read.tensors().get("first").shape()).containsExactly(2, 2);
        assertThat(read.tensors().get("first").values()).containsExactly(1, 2, 3, -4.5f);
        assertThat(read.tensors().get("second").values()).containsExactly(7);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void isASafetensorsFile() throws IOException {
        Path file = folder.resolve("c.safetensors");
        checkpoint().write(file);

        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int header = (int) bytes.getLong();
        String json = new String(bytes.array(), 8, header, StandardCharsets.UTF_8);
        assertThat(json).contains("\"first\":{\"dtype\":\"F32\",\"shape\":[2,2],\"data_offsets\":[0,16]}");
        assertThat(json).contains("\"second\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[16,20]}");
        assertThat(bytes.getFloat(8 + header + 12)).isEqualTo(-4.5f);
    }

    @Test
    void saysWhenAFileIsNone() throws IOException {
        Path file = folder.resolve("c.safetensors");
        checkpoint().write(file);
        byte[] whole = Files.readAllBytes(file);

        for (int kept : new int[] {0, 5, 20, whole.length - 3}) {
            Files.write(file, Arrays.copyOf(whole, kept));
            assertThatThrownBy(() -> Checkpoint.read(file))
                    .as("%d of %d bytes", kept, whole.length)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("isn't a safetensors file");
        }
        Files.writeString(file, "{\"not\":\"one\", \"but\":\"long enough\"}");
        assertThatThrownBy(() -> Checkpoint.read(file)).hasMessageContaining("isn't a safetensors file");
    }

    @Test
    void remembersWhatWasSetBeforeAResume() {
        Map<String, String> first = RecipeHistory.merge(Map.of(), Map.of("rate", "1", "seed", "7"), 1);
        Map<String, String> second = RecipeHistory.merge(first, Map.of("rate", "2", "seed", "7"), 4);
        Map<String, String> third = RecipeHistory.merge(second, Map.of("rate", "3", "seed", "7"), 9);

        assertThat(third)
                .containsEntry("rate", "3")
                .containsEntry("rate until epoch 9", "2")
                .containsEntry("rate until epoch 4", "1")
                .containsEntry("seed", "7")
                .hasSize(4);
    }

    private static Checkpoint checkpoint() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("first", new Tensor(new long[] {2, 2}, new float[] {1, 2, 3, -4.5f}));
        tensors.put("second", new Tensor(new long[] {1}, new float[] {7}));
        return new Checkpoint(Map.of("epoch", "3"), tensors);
    }
}
