package dev.rapt.trainer.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.rapt.trainer.network.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of a training run: {@code checkpoint.safetensors} and, for people, {@code history.json}. */
final class RunFiles {
    static final String NETWORK = "network";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String RECIPE = "recipe.";

    private final Path folder;

    RunFiles(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    Path checkpoint() {
        return checkpointIn(folder);
    }

    static Path checkpointIn(Path folder) {
        return folder.resolve("checkpoint.safetensors");
    }

    void write(RunState state, String network, Map<String, String> recipe, Map<String, Tensor> tensors)
            throws IOException {
        Map<String, String> words = new LinkedHashMap<>();
        words.put(NETWORK, network);
        words.put("epoch", "" + state.epoch());
        words.put("batch", "" + state.batch());
        words.put("steps", "" + state.steps());
        words.put("usedMillis", "" + state.used().toMillis());
        words.put("lossSum", "" + state.lossSum());
        words.put("right", "" + state.right());
        words.put("seen", "" + state.seen());
        words.put("history", JSON.writeValueAsString(state.history()));
        recipe.forEach((name, value) -> words.put(RECIPE + name, value));
        new Checkpoint(words, tensors).write(checkpoint());
        Path temporary = folder.resolve("history.json.tmp");
        JSON.writeValue(temporary.toFile(), state.history());
        Files.move(temporary, folder.resolve("history.json"), StandardCopyOption.REPLACE_EXISTING);
    }

    static RunState state(Checkpoint checkpoint) throws IOException {
        Map<String, String> words = checkpoint.words();
        try {
            return new RunState(
                    Integer.parseInt(words.get("epoch")),
                    Integer.parseInt(words.get("batch")),
                    Long.parseLong(words.get("steps")),
                    Duration.ofMillis(Long.parseLong(words.get("usedMillis"))),
                    Double.parseDouble(words.get("lossSum")),
                    Long.parseLong(words.get("right")),
                    Long.parseLong(words.get("seen")),
                    List.of(JSON.readValue(words.get("history"), EpochReport[].class)));
        } catch (JsonProcessingException | RuntimeException e) {
            throw new IOException("the checkpoint doesn't say where its run stood (" + e.getMessage() + ")", e);
        }
    }

    /** How the run was set, as words for a model card. */
    static Map<String, String> recipe(Checkpoint checkpoint) {
        Map<String, String> recipe = new java.util.TreeMap<>();
        checkpoint.words().forEach((name, value) -> {
            if (name.startsWith(RECIPE)) {
                recipe.put(name.substring(RECIPE.length()), value);
            }
        });
        return recipe;
    }
}
