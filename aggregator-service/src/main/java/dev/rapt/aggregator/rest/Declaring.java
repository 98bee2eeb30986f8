package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.meeting.Declaration;
import dev.rapt.aggregator.meeting.Group;
import dev.rapt.aggregator.publish.StatePublisher;
import dev.rapt.aggregator.query.KnownMeeting;
import dev.rapt.aggregator.query.Lookup;
import dev.rapt.aggregator.query.MeetingStates;
import dev.rapt.aggregator.query.Meetings;
import dev.rapt.aggregator.rest.DeclarationRules.Stage;
import dev.rapt.aggregator.rules.KeptIds;
import dev.rapt.aggregator.rules.MeetingLocks;
import dev.rapt.meeting.MeetingBook;
import dev.rapt.meeting.Pseudonyms;
import dev.rapt.meeting.Terms;
import dev.rapt.meeting.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what a meeting is, by the rules of what may still be said of it. Blocks. */
@ApplicationScoped
class Declaring {

    private final Meetings meetings;
    private final MeetingStates states;
    private final StatePublisher publisher;
    private final Policy policy;
    private final Ruled ruled;
    private final Writes writes;
    private final Answers answers;
    private final DeclarationRules rules;

    Declaring(
            Meetings meetings,
            MeetingStates states,
            StatePublisher publisher,
            Policy policy,
            Ruled ruled,
            Writes writes,
            Answers answers,
            AggregatorConfig config) {
        this.meetings = meetings;
        this.states = states;
        this.publisher = publisher;
        this.policy = policy;
        this.ruled = ruled;
        this.writes = writes;
        this.answers = answers;
        this.rules = new DeclarationRules(config.group().k(), config.retention().period());
    }

    /**
     * What came of it.
     *
     * @param meeting with what was said now
     * @param first whether nothing had been said of it
     * @param shows whether this instance shows it
     */
    record Outcome(KnownMeeting meeting, boolean first, boolean shows) {}

    /** Writes it, and waits until this instance shows it. */
    Outcome declare(String meetingId, Declaration said) {
        try (MeetingLocks.Held held = ruled.alone(meetingId)) {
            MeetingBook book = ruled.book();
            KnownMeeting meeting = answers.foundOr(meetings.meeting(meetingId), KnownMeeting.nothing(meetingId));
            Optional<Declaration> before = meeting.declaration().map(this::allowed);
            Terms terms = said.terms().orElseThrow();
            Stage stage = stage(meeting, book);
            rules.checkTerms(before, terms, said.retention(), stage);
            if (terms.pseudonymous() && !isPseudonymous(before)) {
                makeKey(meetingId, book);
            }
            Declaration kept = said.with(said.groups().stream()
                    .map(group -> kept(meetingId, group, terms, book))
                    .toList());
            rules.checkGroups(before, kept, stage);
            writes.acknowledged(publisher.declared(meetingId, kept));
            return new Outcome(meeting.with(kept), before.isEmpty(), shows(meetingId, kept, book));
        }
    }

    private Stage stage(KnownMeeting meeting, MeetingBook book) {
        return meeting.counted().isPresent()
                ? Stage.COUNTED
                : book.consents(meeting.id()).isEmpty() ? Stage.NOTHING : Stage.CONSENTED;
    }

    private Declaration allowed(Declaration declaration) {
        return declaration.with(declaration.terms().map(policy::clamp));
    }

    /**
     * Before the declaration shows, and never in the place of another one: what is kept under the pseudonyms of one key
     * would fall apart. A meeting that was pseudonymous and has no key had its key deleted, and gets no other.
     */
    private void makeKey(String meetingId, MeetingBook book) {
        if (book.pseudonyms(meetingId).isEmpty() && !(states.keyed(meetingId) instanceof Lookup.Found)) {
            writes.acknowledged(publisher.keyed(meetingId, Pseudonyms.newKey(), Instant.now()));
        }
        if (!writes.shows(() -> book.pseudonyms(meetingId).isPresent())) {
            throw answers.notReady();
        }
    }

    private static Group kept(String meetingId, Group group, Terms terms, MeetingBook book) {
        return new Group(
                group.name(),
                group.participantIds().stream()
                        .map(id -> terms.pseudonymous()
                                ? KeptIds.pseudonym(book.pseudonyms(meetingId), id)
                                        .orElseThrow(Ruled::keyDeleted)
                                : id)
                        // The mark of who is erased names nobody, and so do the groups
                        .filter(id -> !book.isErased(meetingId, id))
                        .collect(Collectors.toSet()));
    }

    /** Whether what was said shows; a 410 when the meeting is erased meanwhile. */
    private boolean shows(String meetingId, Declaration said, MeetingBook book) {
        Optional<Terms> terms = allowed(said).terms();
        boolean shows = writes.shows(() -> isErased(meetingId)
                || meetings.meeting(meetingId) instanceof Lookup.Found<KnownMeeting> found
                        && found.value().declaration().equals(Optional.of(said))
                        && book.declared(meetingId).equals(terms));
        if (isErased(meetingId)) {
            throw ProblemException.erased();
        }
        return shows;
    }

    private boolean isErased(String meetingId) {
        return meetings.meeting(meetingId) instanceof Lookup.Erased<KnownMeeting>;
    }

    private static boolean isPseudonymous(Optional<Declaration> declaration) {
        return declaration
                .flatMap(Declaration::terms)
                .filter(Terms::pseudonymous)
                .isPresent();
    }
}
