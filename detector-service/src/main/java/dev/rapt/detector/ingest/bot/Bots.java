package dev.rapt.detector.ingest.bot;

import dev.rapt.detector.ingest.bot.message.BotProtocol;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of bots that are understood. */
final class Bots {

    private final Map<String, BotProtocol> byName;

    Bots(List<BotProtocol> protocols) {
        byName = protocols.stream().collect(Collectors.toUnmodifiableMap(BotProtocol::name, Function.identity()));
    }

    /** The protocol of the bot that paths call so. */
    Optional<BotProtocol> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
