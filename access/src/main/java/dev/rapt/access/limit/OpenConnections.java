package dev.rapt.access.limit;

import dev.rapt.access.AccessConfig;
import dev.rapt.access.Caller;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The streams and WebSockets of each caller. Any thread may call it. */
public final class OpenConnections {

    private final AccessConfig.Limits limits;
    private final Map<String, Map<Object, Open>> callers = new HashMap<>();

    /** None yet. */
    public OpenConnections(AccessConfig.Limits limits) {
        this.limits = limits;
    }

    private record Open(Caller caller, Runnable close) {}

    /**
     * Takes a connection in; one that is in counts once.
     *
     * @param close ends it
     * @return whether there was room
     */
    public synchronized boolean open(Caller caller, Object connection, Runnable close) {
        Map<Object, Open> open = callers.computeIfAbsent(caller.name(), name -> new HashMap<>());
        boolean room = open.containsKey(connection)
                || open.size() < caller.connections().orElse(limits.connections());
        if (room) {
            open.put(connection, new Open(caller, close));
        }
        if (open.isEmpty()) {
            callers.remove(caller.name());
        }
        return room;
    }

    /** It has ended. */
    public synchronized void ended(Caller caller, Object connection) {
        Map<Object, Open> open = callers.get(caller.name());
        if (open != null && open.remove(connection) != null && open.isEmpty()) {
            callers.remove(caller.name());
        }
    }

    /** Ends those of the callers who may not any more, and says how many. */
    public int endThose(Predicate<Caller> mayNot) {
        List<Open> over;
        synchronized (this) {
            over = callers.values().stream()
                    .flatMap(open -> open.values().stream())
                    .filter(open -> mayNot.test(open.caller()))
                    .toList();
        }
        over.forEach(open -> open.close().run());
        return over.size();
    }

    synchronized int count(String name) {
        return callers.getOrDefault(name, Map.of()).size();
    }
}
