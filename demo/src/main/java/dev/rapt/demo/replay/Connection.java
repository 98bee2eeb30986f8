package dev.rapt.demo.replay;

import dev.rapt.demo.bot.Message;
import java.io.IOException;
import java.util.function.Consumer;

/** A live stream to the detector. */
interface Connection extends AutoCloseable {

    /** Puts a message on the wire. For one thread; throws when the stream is broken. */
    void send(Message message) throws IOException;

    /** Whether frames can still be sent. */
    boolean isOpen();

    /** Ends it in order. */
    @Override
    void close();

    /** Opens streams. */
    interface Opener {
        /** A stream whose text messages go to {@code messages}, from a thread of its own. */
        Connection open(Consumer<String> messages) throws IOException;
    }
}
