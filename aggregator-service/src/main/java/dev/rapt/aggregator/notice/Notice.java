package dev.rapt.aggregator.notice;

import java.util.List;
import java.util.Objects;

/**
 * What participants of a meeting are told, in one language.
 *
 * @param version of what it says, the same in all languages: a consent names it
 * @param language by BCP 47
 * @param title its heading
 * @param paragraphs what it says, in order
 */
public record Notice(String version, String language, String title, List<String> paragraphs) {
    public Notice {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(title, "title");
        paragraphs = List.copyOf(paragraphs);
    }

    /** All of it as plain text, for a chat. */
    public String text() {
        return title + "\n\n" + String.join("\n\n", paragraphs);
    }
}
