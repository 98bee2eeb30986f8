package dev.rapt.demo.bot;

import java.util.Objects;

/**
 * What happens in a meeting besides its pictures.
 *
 * @param kind what
 * @param person to whom
 * @param atMs when, in milliseconds since the epoch
 */
public record Happening(Kind kind, Person person, long atMs) {

    /** Everything that one of the bots reports. */
    public enum Kind {
        JOIN,
        LEAVE,
        SPEECH_ON,
        SPEECH_OFF,
        WEBCAM_ON,
        WEBCAM_OFF
    }

    public Happening {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(person);
    }
}
