package dev.rapt.demo.bot;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Rapt's own stream: binary frames and nothing else. */
public final class NativeProtocol implements Protocol {

    private static final byte VERSION = 1;
    private static final byte HAS_SEQUENCE = 1;
    private static final int FIXED_HEADER = 21;

    NativeProtocol() {}

    @Override
    public String name() {
        return "native";
    }

    @Override
    public String path() {
        return "stream";
    }

    @Override
    public boolean tellsOfTheMeeting() {
        return false;
    }

    @Override
    public String idOf(int index, String name) {
        return name;
    }

    /** As docs/api.md lays it out: big-endian header, id, picture. */
    @Override
    public Message frame(Person person, long atMs, long sequence, byte[] picture) {
        byte[] id = person.id().getBytes(StandardCharsets.US_ASCII);
        return new Message.Binary(ByteBuffer.allocate(FIXED_HEADER + id.length + picture.length)
                .put((byte) 'R')
                .put((byte) 'F')
                .put(VERSION)
                .put(HAS_SEQUENCE)
                .putLong(atMs)
                .putLong(sequence)
                .put((byte) id.length)
                .put(id)
                .put(picture)
                .array());
    }

    @Override
    public Optional<Message> event(Happening happening) {
        return Optional.empty();
    }

    @Override
    public Optional<Message> screenshare(Person person, long atMs, byte[] picture) {
        return Optional.empty();
    }

    @Override
    public Optional<Message> unknown(long atMs) {
        return Optional.empty();
    }
}
