package dev.rapt.trainer.card;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes {@code model-card.json} and {@code model-card.md} beside a model. */
public final class CardFiles {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private CardFiles() {}

    /** Replaces the cards in this folder. */
    public static void write(CardContent content, Path folder) throws IOException {
        Files.writeString(folder.resolve("model-card.json"), JSON.writeValueAsString(CardJson.of(content)) + "\n");
        Files.writeString(folder.resolve("model-card.md"), CardMarkdown.of(content));
    }
}
