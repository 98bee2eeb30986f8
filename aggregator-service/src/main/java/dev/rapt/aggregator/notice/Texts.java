package dev.rapt.aggregator.notice;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The sentences of one language, by what they are for. */
record Texts(String language, Properties sentences) {

    static Texts read(String language) {
        String file = "notice-" + language + ".properties";
        try (InputStream bytes = Texts.class.getResourceAsStream(file)) {
            Properties sentences = new Properties();
            sentences.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            return new Texts(language, sentences);
        } catch (IOException e) {
            throw new UncheckedIOException("The notice can't be read: " + file, e);
        }
    }

    String say(String what) {
        return Optional.ofNullable(sentences.getProperty(what))
                .orElseThrow(() -> new IllegalStateException("The notice has no " + what + " in " + language));
    }

    String say(String what, Map<String, String> values) {
        String said = say(what);
        for (Map.Entry<String, String> value : values.entrySet()) {
            said = said.replace("{" + value.getKey() + "}", value.getValue());
        }
        return said;
    }
}
