package dev.rapt.aggregator.group;

import dev.rapt.aggregator.meeting.Group;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The groups of a meeting of which something may be told: nobody is in two of them.
 *
 * @param groups who is in each, in the order of the declaration
 */
public record Division(Map<String, Set<String>> groups) {
    public Division {
        groups = Map.copyOf(groups);
        if (groups.values().stream().mapToInt(Set::size).sum()
                != groups.values().stream().flatMap(Set::stream).distinct().count()) {
            throw new IllegalArgumentException("Nobody is in two groups");
        }
    }

    /**
     * Of what was declared. Groups that share somebody are left out, all of them: the difference of two would tell of
     * those who aren't shared.
     */
    public static Division of(List<Group> declared) {
        Map<String, Set<String>> groups = new LinkedHashMap<>();
        for (Group group : declared) {
            boolean apart = declared.stream()
                    .filter(other -> other != group)
                    .noneMatch(other -> other.participantIds().stream().anyMatch(group.participantIds()::contains));
            if (apart && !group.name().equals(PublishedRow.EVERYBODY)) {
                groups.put(group.name(), group.participantIds());
            }
        }
        return new Division(groups);
    }

    /** The group of a participant, if there is one. */
    Optional<String> groupOf(String participantId) {
        return groups.entrySet().stream()
                .filter(group -> group.getValue().contains(participantId))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
