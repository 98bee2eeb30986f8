package dev.rapt.demo.bot;

/** Something a bot sends. */
public sealed interface Message {

    /** A text message of the stream. */
    record Text(String text) implements Message {}

    /** A binary message of the stream; not copied, never changed. */
    record Binary(byte[] bytes) implements Message {}

    /** The body of a webhook: compact JSON with sorted keys, as it is signed. */
    record Webhook(String body) implements Message {}
}
