package dev.rapt.demo.bot;

import java.util.List;
import java.util.Optional;

/** How one kind of bot tells of a meeting: its messages, in its documented shapes. Safe for several threads. */
public sealed interface Protocol permits NativeProtocol, AttendeeProtocol, RecallProtocol, ZoomRtmsProtocol {

    /** All of them. */
    List<Protocol> ALL =
            List.of(new NativeProtocol(), new AttendeeProtocol(), new RecallProtocol(), new ZoomRtmsProtocol());

    /** The protocol of this name, as on the command line. */
    static Optional<Protocol> named(String name) {
        return ALL.stream().filter(protocol -> protocol.name().equals(name)).findFirst();
    }

    /** Its name on the command line. */
    String name();

    /** Where its stream goes, below the meeting's address. */
    String path();

    /** Whether its pictures are PNGs; JPEGs otherwise. */
    default boolean sendsPng() {
        return false;
    }

    /** Whether it tells of more than frames. */
    default boolean tellsOfTheMeeting() {
        return true;
    }

    /** Whether it sends webhooks, which are signed. */
    default boolean sendsWebhooks() {
        return false;
    }

    /** The id that this bot gives to the participant with this index and name. */
    String idOf(int index, String name);

    /**
     * A picture of somebody's camera.
     *
     * @param atMs when it was taken, in milliseconds since the epoch
     * @param sequence its number, for protocols that have one
     */
    Message frame(Person person, long atMs, long sequence, byte[] picture);

    /** What is sent when this happens: nothing where the bot doesn't report it. */
    Optional<Message> event(Happening happening);

    /** A picture of somebody's shared screen; nothing where the protocol has none. */
    Optional<Message> screenshare(Person person, long atMs, byte[] picture);

    /** A message of a type that Rapt has no use for; nothing where the protocol has none. */
    Optional<Message> unknown(long atMs);
}
