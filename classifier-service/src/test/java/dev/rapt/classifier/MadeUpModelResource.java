package dev.rapt.classifier;

import dev.rapt.classifier.model.MadeUpNetwork;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Lets the service under test score with a network that has learnt nothing but keeps the contract. */
public final class MadeUpModelResource implements QuarkusTestResourceLifecycleManager {

    private Path folder;

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("rapt-model");
            Path onnx = MadeUpNetwork.usual().writeTo(folder);
            return Map.of("rapt.classifier.model", onnx.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("No folder for the model", e);
        }
    }

    @Override
    public void stop() {
        try {
            Files.deleteIfExists(folder.resolve("made-up.onnx"));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The model's folder can't be deleted", e);
        }
    }
}
