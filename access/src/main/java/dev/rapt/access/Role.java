package dev.rapt.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a caller may do. */
public enum Role {
    /** Sends what is measured: frames, streams, events, declarations, consents, markers. */
    INGEST,
    /** Reads what was measured. */
    VIEWER,
    /** May do everything, also what can't be undone. */
    ADMIN;

    /** As it stands in a tokens file, a token's claim and answers. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of this text, if it is one. */
    public static Optional<Role> of(String text) {
        return Arrays.stream(values()).filter(role -> role.text().equals(text)).findFirst();
    }
}
