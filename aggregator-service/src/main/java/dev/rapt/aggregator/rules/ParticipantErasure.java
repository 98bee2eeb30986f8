package dev.rapt.aggregator.rules;

import dev.rapt.aggregator.meeting.Declaration;
import dev.rapt.aggregator.meeting.PersonalLink;
import dev.rapt.aggregator.publish.StatePublisher;
import dev.rapt.aggregator.query.Lookup;
import dev.rapt.aggregator.query.MeetingStates;
import dev.rapt.meeting.MeetingBook;
import dev.rapt.meeting.ParticipantDigest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * Erases participants: writes the mark, which is all that is needed to make somebody invisible and to turn away whatever
 * still comes, and after it takes back what else was said of the participant. Doing it again changes nothing, so a failure
 * halfway is mended by trying again. Safe for many threads; blocks, so not on an event loop.
 */
@ApplicationScoped
public class ParticipantErasure {

    private final StatePublisher publisher;
    private final MeetingStates states;
    private final MeetingBook book;
    private final MeetingLocks locks;
    private final Patience patience;

    ParticipantErasure(
            StatePublisher publisher, MeetingStates states, MeetingBook book, MeetingLocks locks, Patience patience) {
        this.publisher = publisher;
        this.states = states;
        this.book = book;
        this.locks = locks;
        this.patience = patience;
    }

    /**
     * Erases somebody.
     *
     * @param participantId as it is kept: the pseudonym in a pseudonymous meeting
     * @param reason who or what asked for it, such as {@code api}
     * @return whether this instance shows it; if not it will
     * @throws CompletionException when Kafka doesn't acknowledge it, or what is to be taken back can't be read now
     */
    public boolean erase(String meetingId, String participantId, String reason, Instant now) {
        try (MeetingLocks.Held held = locks.meeting(meetingId).orElseThrow(() -> failed("Others write"))) {
            List<PersonalLink> links = read(states.personalLinks(meetingId)).orElse(List.of());
            Optional<Declaration> declaration = read(states.declarationAsSaid(meetingId));
            acknowledged(publisher.erasedParticipant(meetingId, participantId, reason, now));
            acknowledged(publisher.unsaid(meetingId, participantId));
            links.stream()
                    .filter(link -> link.participantId().equals(participantId))
                    .forEach(link -> acknowledged(publisher.unlinked(meetingId, link.tokenSha256())));
            Optional<Declaration> rewritten = declaration
                    .map(said -> said.without(participantId))
                    .filter(said -> !said.equals(declaration.get()));
            rewritten.ifPresent(said -> acknowledged(publisher.declared(meetingId, said)));
            // Still held: whoever rewrites the declaration next must see this one
            return patience.shows(() -> isGone(meetingId, participantId, rewritten));
        }
    }

    private boolean isGone(String meetingId, String participantId, Optional<Declaration> rewritten) {
        return book.isErased(meetingId)
                || shows(meetingId, participantId)
                        && !(states.consent(meetingId, participantId) instanceof Lookup.Found)
                        && (rewritten.isEmpty()
                                || states.declarationAsSaid(meetingId).equals(new Lookup.Found<>(rewritten.get())));
    }

    /** Whether the mark is in the stores of this instance, which then have nothing of the participant, and in its book. */
    public boolean shows(String meetingId, String participantId) {
        String digest = ParticipantDigest.of(meetingId, participantId);
        return book.erasedParticipants(meetingId).contains(digest)
                && states.isParticipantErased(meetingId, digest) instanceof Lookup.Found<Boolean> found
                && found.value();
    }

    private static <T> Optional<T> read(Lookup<T> lookup) {
        if (lookup instanceof Lookup.NotReady<T>) {
            throw failed("The states can't be read now");
        }
        return lookup instanceof Lookup.Found<T> found ? Optional.of(found.value()) : Optional.empty();
    }

    private static void acknowledged(CompletionStage<Void> sent) {
        sent.toCompletableFuture().join();
    }

    private static CompletionException failed(String why) {
        return new CompletionException(new IllegalStateException(why));
    }
}
