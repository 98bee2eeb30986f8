package dev.rapt.meeting.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Policies that tests write. */
final class Policies {

    private Policies() {}

    static Policy read(String text) {
        try {
            Path file = Files.createTempFile("policy", ".yaml");
            try {
                return PolicyFile.read(Files.writeString(file, text));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
