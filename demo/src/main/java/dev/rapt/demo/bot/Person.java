package dev.rapt.demo.bot;

import java.util.Objects;

/**
 * Somebody in the replayed meeting.
 *
 * @param id as the bot gives it
 * @param name as the meeting shows it
 */
public record Person(String id, String name) {
    public Person {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
    }
}
