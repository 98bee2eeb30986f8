package dev.rapt.aggregator.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rapt.aggregator.query.MeetingSearch.Order;
import dev.rapt.aggregator.query.MeetingSearch.Place;
import dev.rapt.contracts.Keys;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Writes the place where a list goes on as callers hand it back: text that says nothing to them. */
final class Cursor {

    private static final String PEOPLE = "p";

    private Cursor() {}

    /** Where a list of meetings goes on. */
    static String of(Order order, Place place) {
        return encode(letter(order), place.from().toEpochMilli() + ":" + place.id());
    }

    /** The place of a list in this order; a problem when the cursor is of another list or of none. */
    static Place place(String cursor, Order order) {
        String text = decode(cursor, letter(order));
        int colon = text.indexOf(':');
        try {
            Instant from = Instant.ofEpochMilli(Long.parseLong(text.substring(0, Math.max(0, colon))));
            return new Place(from, id(text.substring(colon + 1)));
        } catch (NumberFormatException e) {
            throw bad();
        }
    }

    /** Where a list of participants goes on. */
    static String of(String participantId) {
        return encode(PEOPLE, participantId);
    }

    /** The last participant of the part before. */
    static String participant(String cursor) {
        return id(decode(cursor, PEOPLE));
    }

    private static String letter(Order order) {
        return order == Order.ID ? "i" : "n";
    }

    private static String encode(String letter, String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((letter + text).getBytes(UTF_8));
    }

    private static String decode(String cursor, String letter) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            return Optional.of(text)
                    .filter(t -> t.startsWith(letter))
                    .orElseThrow(Cursor::bad)
                    .substring(letter.length());
        } catch (IllegalArgumentException e) {
            throw bad();
        }
    }

    private static String id(String text) {
        if (!Keys.isId(text)) {
            throw bad();
        }
        return text;
    }

    private static ProblemException bad() {
        return ProblemException.badRequest("bad-cursor", "cursor is next of the answer before, to the same question");
    }
}
