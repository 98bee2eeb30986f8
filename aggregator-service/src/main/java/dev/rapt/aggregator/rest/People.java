package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.meeting.Declaration;
import dev.rapt.aggregator.query.Digests;
import dev.rapt.aggregator.query.Lookup;
import dev.rapt.aggregator.query.MeetingStates;
import dev.rapt.aggregator.timeline.Track;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds the people a question is about. */
@ApplicationScoped
class People {

    private final Digests digests;
    private final MeetingStates states;
    private final Answers answers;

    People(Digests digests, MeetingStates states, Answers answers) {
        this.digests = digests;
        this.states = states;
        this.answers = answers;
    }

    /** Everybody of a meeting; 404 when nobody was seen. */
    SortedMap<String, Track> all(String meetingId) {
        return answers.meeting(digests.tracks(meetingId), meetingId);
    }

    /** Those of a declared group who were seen, perhaps nobody; 404 for an unknown group. */
    SortedMap<String, Track> group(String meetingId, String group) {
        Set<String> members = members(meetingId, group);
        return answers.meeting(digests.tracks(meetingId, members::contains), meetingId);
    }

    /** The ids of those who would be {@link #chosen}. */
    SortedSet<String> ids(String meetingId, Optional<String> participants, Optional<String> group) {
        SortedSet<String> seen = answers.meeting(digests.participantIds(meetingId), meetingId);
        group.ifPresent(name -> seen.retainAll(members(meetingId, name)));
        participants.map(People::ids).ifPresent(named -> {
            if (group.isEmpty()) {
                refuseUnseen(meetingId, named, seen);
            }
            seen.retainAll(named);
        });
        return seen;
    }

    private Set<String> members(String meetingId, String group) {
        Lookup<Declaration> declared = states.declaration(meetingId);
        Optional<Declaration> declaration = declared instanceof Lookup.NotFound<Declaration>
                ? Optional.empty()
                : Optional.of(answers.meeting(declared, meetingId));
        return declaration
                .flatMap(known -> known.group(group))
                .orElseThrow(() -> ProblemException.notFound(
                        "group-unknown", "Meeting " + meetingId + " has no group " + group + " in its declaration"))
                .participantIds();
    }

    /** These participants, a group, or both together's overlap; everybody when neither is named. */
    SortedMap<String, Track> chosen(String meetingId, Optional<String> participants, Optional<String> group) {
        SortedMap<String, Track> people = group.map(name -> group(meetingId, name))
                .orElseGet(
                        () -> participants.map(list -> named(meetingId, list)).orElseGet(() -> all(meetingId)));
        if (group.isPresent() && participants.isPresent()) {
            people.keySet().retainAll(ids(participants.get()));
        }
        return people;
    }

    private SortedMap<String, Track> named(String meetingId, String list) {
        Set<String> ids = ids(list);
        SortedMap<String, Track> people = answers.meeting(digests.tracks(meetingId, ids::contains), meetingId);
        refuseUnseen(meetingId, ids, people.keySet());
        return people;
    }

    private void refuseUnseen(String meetingId, Set<String> named, Set<String> seen) {
        Set<String> unseen = new TreeSet<>(named);
        unseen.removeAll(seen);
        if (unseen.stream().anyMatch(id -> answers.isErased(meetingId, id))) {
            throw Ruled.participantErased();
        }
        if (!unseen.isEmpty()) {
            throw ProblemException.notFound(
                    "participant-unknown",
                    "There is no participant " + String.join(", ", unseen) + " in meeting " + meetingId);
        }
    }

    private static Set<String> ids(String list) {
        Set<String> ids = new TreeSet<>();
        Arrays.stream(list.split(",", -1)).map(String::trim).forEach(id -> {
            Ids.check(id);
            ids.add(id);
        });
        return ids;
    }
}
