package dev.rapt.access;

import java.util.Locale;

/** Whether tokens are needed at all. */
public enum OpenMode {
    /** They are. */
    NEVER,
    /** They aren't, and the service answers on a loopback address only. */
    LOOPBACK,
    /** They aren't, by the operator's word that the service's port is published on a loopback address only. */
    PUBLISHED_ON_LOOPBACK;

    /** As it stands in settings and answers. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether everybody who gets to the port may do everything. */
    public boolean isOpen() {
        return this != NEVER;
    }
}
