package dev.rapt.classifier.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The bytes of a network and, where there is one, its card; checked against each other. */
record ModelSource(String name, byte[] network, Optional<ModelCard> card) {

    private static final String DEFAULT_NETWORK = "expression.onnx";
    private static final String CARD = "model-card.json";

    /** The model that the jar carries. */
    static ModelSource ofJar() {
        byte[] network = resource(DEFAULT_NETWORK)
                .orElseThrow(() -> new ModelException("This build carries no trained model: there is no "
                        + DEFAULT_NETWORK + " beside " + ModelSource.class.getName()
                        + "; train and export one, or name a file"));
        byte[] card = resource(CARD)
                .orElseThrow(() -> new ModelException("The model of this build has no " + CARD + " beside it"));
        return checked(DEFAULT_NETWORK, network, Optional.of(ModelCardReader.read(card, CARD)));
    }

    /** The model in a file, with the card beside it: {@code model-card.json}, else {@code <name>.json}, else none. */
    static ModelSource ofFile(Path file) {
        String fileName = file.getFileName().toString();
        Optional<Path> card = java.util.stream.Stream.of(CARD, fileName.replaceFirst("\\.onnx$", "") + ".json")
                .map(file::resolveSibling)
                .filter(Files::isRegularFile)
                .findFirst();
        return checked(fileName, bytes(file), card.map(path -> ModelCardReader.read(bytes(path), path.toString())));
    }

    String sha256() {
        return sha256(network);
    }

    private static ModelSource checked(String name, byte[] network, Optional<ModelCard> card) {
        card.map(ModelCard::sha256).filter(expected -> !expected.isEmpty()).ifPresent(expected -> {
            String actual = sha256(network);
            if (!actual.equals(expected)) {
                throw new ModelException(name + " isn't the file its card speaks of: its SHA-256 is " + actual
                        + ", the card says " + expected);
            }
        });
        return new ModelSource(name, network, card);
    }

    private static Optional<byte[]> resource(String name) {
        try (InputStream stream = ModelSource.class.getResourceAsStream(name)) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        } catch (IOException e) {
            throw new ModelException("Can't read " + name + " from the jar", e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ModelException("Can't read " + file + ": " + e.getMessage(), e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
