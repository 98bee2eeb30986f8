package dev.rapt.detector.ingest.bot.message;

import dev.rapt.detector.ingest.RefusedException;

/** How one kind of bot writes its messages. Holds no state; any thread may call anything. */
public interface BotProtocol {

    /** The bot's name in paths, metrics and events, in kebab case. */
    String name();

    /** The places of a message that {@link #message} asks for. */
    Place.Within places();

    /**
     * What a message comes to.
     *
     * @throws RefusedException when it is a participant's frame that lacks what a frame needs
     * @throws MalformedException when it is anything else that isn't as it must be
     */
    BotMessage message(Fields fields) throws MalformedException, RefusedException;
}
