package dev.rapt.aggregator.cluster;

import dev.rapt.aggregator.query.Reading;
import dev.rapt.aggregator.topology.Instance;
import dev.rapt.aggregator.topology.Instances;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One gathering: first from those that count, then, for what is left, from those that have copies. */
final class Gather<T> {

    private final Question<T> question;
    private final Set<Integer> uncovered;
    private final Instances instances;
    private final List<Instance> others;
    private final Reading reading;
    private final PartClient client;
    private final List<Part<T>> parts = new ArrayList<>();
    private final Map<String, Missing> missing = new LinkedHashMap<>();
    private boolean known;

    Gather(
            Question<T> question,
            Set<Integer> needed,
            Instances instances,
            List<Instance> others,
            Reading reading,
            PartClient client) {
        this.question = question;
        this.uncovered = new TreeSet<>(needed);
        this.instances = instances;
        this.others = others;
        this.reading = reading;
        this.client = client;
    }

    Gathered<T> run() {
        List<PartClient.Pending> asked = others.stream()
                .map(one -> client.own(one.address(), question.path()))
                .toList();
        own(Set.of());
        asked.forEach(pending -> take(pending, false));
        if (uncovered.isEmpty()) {
            // Whoever didn't answer had nothing that matters
            missing.clear();
        } else {
            nameThoseWhoCount();
            fillIn();
        }
        return new Gathered<>(parts, List.copyOf(missing.values()), known);
    }

    /** This instance's part of these partitions; of none: of those that it counts. */
    private void own(Set<Integer> copies) {
        reading.only(copies);
        T value = question.own().get();
        Set<Integer> covered = reading.covered();
        if (!covered.isEmpty()) {
            add(value, covered, !copies.isEmpty());
        }
    }

    private void take(PartClient.Pending pending, boolean stale) {
        PartClient.Outcome outcome = pending.await();
        if (outcome instanceof PartClient.Outcome.Told told) {
            try {
                T value = question.read().apply(told.body());
                if (!told.partitions().isEmpty()) {
                    add(value, told.partitions(), stale);
                }
                // An instance that counts nothing has told all it had to
            } catch (RuntimeException unreadable) {
                miss(pending.address(), Missing.NOT_READY);
            }
        } else if (outcome instanceof PartClient.Outcome.Silent silent) {
            miss(pending.address(), silent.reason());
        }
    }

    private void add(T value, Set<Integer> covered, boolean stale) {
        parts.add(new Part<>(value, stale));
        uncovered.removeAll(covered);
        known = true;
        if (stale) {
            reading.markStale();
        }
    }

    private void miss(String address, String reason) {
        missing.putIfAbsent(address, new Missing(address, reason));
    }

    private void nameThoseWhoCount() {
        for (Instance one : instances.all()) {
            if (one.owned().stream().anyMatch(uncovered::contains)) {
                miss(one.address(), Missing.NOT_READY);
            }
        }
        if (missing.isEmpty()) {
            // Between two hands, or nobody's: whoever is asked can only say so of itself
            miss(instances.address().orElse("this"), Missing.NOT_READY);
        }
    }

    private void fillIn() {
        Set<Integer> mine = new HashSet<>(uncovered);
        mine.removeIf(partition -> !instances.copies(partition));
        Set<Integer> left = new TreeSet<>(uncovered);
        left.removeAll(mine);
        List<PartClient.Pending> asked = new ArrayList<>();
        for (Instance one : others) {
            Set<Integer> theirs = new TreeSet<>(left);
            theirs.retainAll(one.copied());
            if (!theirs.isEmpty() && !missing.containsKey(one.address())) {
                asked.add(client.copies(one.address(), question.path(), theirs));
                left.removeAll(theirs);
            }
        }
        if (!mine.isEmpty()) {
            own(mine);
        }
        asked.forEach(pending -> take(pending, true));
    }
}
