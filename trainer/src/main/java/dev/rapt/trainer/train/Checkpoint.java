package dev.rapt.trainer.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapt.trainer.network.Tensor;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Named tensors and named words in one file of the safetensors format (https://github.com/huggingface/safetensors): the
 * length of a JSON header as 8 bytes little-endian, the header, then the float32 numbers. Other frameworks read and
 * write it too.
 */
public record Checkpoint(Map<String, String> words, Map<String, Tensor> tensors) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WORDS = "__metadata__";

    public Checkpoint {
        words = Map.copyOf(words);
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    }

    /** Writes a file that replaces the one at {@code target} at once or not at all. */
    public void write(Path target) throws IOException {
        Path temporary = target.resolveSibling(target.getFileName() + ".tmp");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
            byte[] header = JSON.writeValueAsBytes(header());
            out.write(littleEndian(8).putLong(header.length).array());
            out.write(header);
            for (Tensor tensor : tensors.values()) {
                ByteBuffer bytes = littleEndian(4 * tensor.values().length);
                bytes.asFloatBuffer().put(tensor.values());
                out.write(bytes.array());
            }
        }
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private ObjectNode header() {
        ObjectNode header = JSON.createObjectNode();
        header.set(WORDS, JSON.valueToTree(words));
        long offset = 0;
        for (var entry : tensors.entrySet()) {
            long end = offset + 4L * entry.getValue().values().length;
            ObjectNode description = header.putObject(entry.getKey());
            description.put("dtype", "F32");
            description.set("shape", JSON.valueToTree(entry.getValue().shape()));
            description.set("data_offsets", JSON.valueToTree(new long[] {offset, end}));
            offset = end;
        }
        return header;
    }

    /** Reads what {@link #write} wrote; throws IOException with a sentence when the file isn't of this format. */
    public static Checkpoint read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DataInputStream data = new DataInputStream(in)) {
            long length = ByteBuffer.wrap(data.readNBytes(8))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .getLong();
            if (length < 2 || length > Files.size(file)) {
                throw new IOException(file + " isn't a safetensors file");
            }
            JsonNode header = JSON.readTree(data.readNBytes((int) length));
            ByteBuffer body = ByteBuffer.wrap(data.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            return parse(header, body);
        } catch (RuntimeException e) {
            throw new IOException(file + " isn't a safetensors file of float32 tensors (" + e.getMessage() + ")", e);
        }
    }

    private static Checkpoint parse(JsonNode header, ByteBuffer body) {
        Map<String, String> words = new LinkedHashMap<>();
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        header.properties().forEach(entry -> {
            if (entry.getKey().equals(WORDS)) {
                entry.getValue()
                        .fields()
                        .forEachRemaining(
                                word -> words.put(word.getKey(), word.getValue().asText()));
            } else {
                tensors.put(entry.getKey(), tensor(entry.getValue(), body));
            }
        });
        return new Checkpoint(words, tensors);
    }

    private static Tensor tensor(JsonNode description, ByteBuffer body) {
        if (!description.path("dtype").asText().equals("F32")) {
            throw new IllegalArgumentException("a tensor isn't F32");
        }
        long[] shape = JSON.convertValue(description.path("shape"), long[].class);
        int[] offsets = JSON.convertValue(description.path("data_offsets"), int[].class);
        float[] values = new float[(offsets[1] - offsets[0]) / 4];
        body.slice(offsets[0], offsets[1] - offsets[0])
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        return new Tensor(shape, values);
    }

    private static ByteBuffer littleEndian(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
