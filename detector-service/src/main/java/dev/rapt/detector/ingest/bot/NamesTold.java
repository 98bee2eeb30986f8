package dev.rapt.detector.ingest.bot;

import dev.rapt.detector.ingest.bot.message.BotMessage.Person;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which names of participants a connection has told the meeting's log of, for bots that say the name with every frame and
 * may never say that somebody joined. Any thread may call anything.
 */
final class NamesTold {

    private static final int REMEMBERED = 2_000;

    private final Map<String, String> byId = new LinkedHashMap<>(16, .75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Whether the person has a name that wasn't told yet; from now on it counts as told. */
    synchronized boolean isNew(Person person) {
        return person.name().isPresent()
                && !person.name()
                        .get()
                        .equals(byId.put(person.id(), person.name().get()));
    }

    /** The name wasn't recorded after all. */
    synchronized void forget(Person person) {
        byId.remove(person.id());
    }
}
