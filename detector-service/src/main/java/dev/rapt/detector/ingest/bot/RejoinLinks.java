package dev.rapt.detector.ingest.bot;

import dev.rapt.detector.ingest.ParticipantKey;
import dev.rapt.detector.ingest.bot.message.BotMessage.Person;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Under which id a participant counts. Off, it is the bot's. On, somebody who comes with a new id and the name of one who
 * has left counts under the first one's id. What it knows is a cache of this process: it is lost with it, and the one
 * unheard of for longest is forgotten first. Any thread may call anything.
 */
final class RejoinLinks {

    private final boolean on;
    private final Map<ParticipantKey, Guest> byId;
    private final Map<Shown, Guest> byName;

    /** @param remembered how many ids and how many names are remembered */
    RejoinLinks(boolean on, int remembered) {
        this.on = on;
        this.byId = bounded(remembered);
        this.byName = bounded(remembered);
    }

    /** The id under which the person counts. */
    synchronized String idOf(String meetingId, Person person) {
        if (!on || person.name().isEmpty() && !byId.containsKey(key(meetingId, person))) {
            return person.id();
        }
        Guest known = byId.get(key(meetingId, person));
        return known == null ? arrive(meetingId, person).firstId : known.firstId;
    }

    /** The person is there, or there again; the id under which they count. */
    synchronized String joined(String meetingId, Person person) {
        String id = idOf(meetingId, person);
        Optional.ofNullable(on ? byId.get(key(meetingId, person)) : null).ifPresent(guest -> guest.gone = false);
        return id;
    }

    /** The person has left; the id under which they count. */
    synchronized String left(String meetingId, Person person) {
        String id = idOf(meetingId, person);
        Optional.ofNullable(on ? byId.get(key(meetingId, person)) : null)
                .filter(guest -> guest.lastId.equals(person.id()))
                .ifPresent(guest -> guest.gone = true);
        return id;
    }

    /** Forgets those of a meeting who may not be remembered any more, their names too. */
    synchronized void forget(String meetingId, Predicate<ParticipantKey> whom) {
        Set<Guest> gone = new HashSet<>();
        byId.entrySet().removeIf(entry -> {
            ParticipantKey key = entry.getKey();
            boolean goes = key.meetingId().equals(meetingId) && whom.test(key);
            if (goes) {
                gone.add(entry.getValue());
            }
            return goes;
        });
        byName.values().removeIf(gone::contains);
    }

    private Guest arrive(String meetingId, Person person) {
        Shown shown = new Shown(meetingId, person.name().orElseThrow());
        Guest sameName = byName.get(shown);
        Guest guest;
        if (sameName != null && sameName.gone) {
            guest = sameName;
            guest.gone = false;
            guest.lastId = person.id();
        } else {
            guest = new Guest(person.id());
            byName.put(shown, guest);
        }
        byId.put(key(meetingId, person), guest);
        return guest;
    }

    private static ParticipantKey key(String meetingId, Person person) {
        return new ParticipantKey(meetingId, person.id());
    }

    private static <K, V> Map<K, V> bounded(int most) {
        return new LinkedHashMap<>(16, .75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    private record Shown(String meetingId, String name) {}

    private static final class Guest {
        private final String firstId;
        private String lastId;
        private boolean gone;

        Guest(String id) {
            this.firstId = id;
            this.lastId = id;
        }
    }
}
