package dev.rapt.aggregator.meeting;

import dev.rapt.meeting.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a meeting is, as its organiser says.
 *
 * @param title as people call it; empty when it has none
 * @param labels free words to find it by
 * @param groups named groups of participants
 * @param terms who may be measured and what for; empty when nobody has said
 * @param retention how long its timelines are kept; the service's own rule without it
 * @param at when this was said
 */
public record Declaration(
        String title,
        List<String> labels,
        List<Group> groups,
        Optional<Terms> terms,
        Optional<Duration> retention,
        Instant at) {

    public Declaration {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(terms, "terms");
        Objects.requireNonNull(retention, "retention");
        Objects.requireNonNull(at, "at");
        labels = List.copyOf(labels);
        groups = List.copyOf(groups);
    }

    /** The group of that name. */
    public Optional<Group> group(String name) {
        return groups.stream().filter(group -> group.name().equals(name)).findFirst();
    }

    /** The same with other groups. */
    public Declaration with(List<Group> others) {
        return new Declaration(title, labels, others, terms, retention, at);
    }

    /** The same with other terms. */
    public Declaration with(Optional<Terms> others) {
        return new Declaration(title, labels, groups, others, retention, at);
    }

    /** The same without a participant in its groups. */
    public Declaration without(String participantId) {
        return with(groups.stream().map(group -> group.without(participantId)).toList());
    }
}
