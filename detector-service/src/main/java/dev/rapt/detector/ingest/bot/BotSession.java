package dev.rapt.detector.ingest.bot;

import dev.rapt.detector.ingest.bot.message.BotProtocol;
import dev.rapt.detector.ingest.stream.StreamPeer;

/**
 * One connection of a bot.
 *
 * @param acks whether the bot asked to be told what came of each frame
 * @param names the participants' names that it has told of
 * @param traceParent W3C trace context of the connection, empty when there was none
 */
record BotSession(
        String meetingId, BotProtocol protocol, StreamPeer peer, boolean acks, String traceParent, NamesTold names) {

    BotSession(String meetingId, BotProtocol protocol, StreamPeer peer, boolean acks, String traceParent) {
        this(meetingId, protocol, peer, acks, traceParent, new NamesTold());
    }
}
