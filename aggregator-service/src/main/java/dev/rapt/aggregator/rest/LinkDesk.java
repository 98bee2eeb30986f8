package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.ParticipantsConfig;
import dev.rapt.aggregator.meeting.PersonalLink;
import dev.rapt.aggregator.person.LinkToken;
import dev.rapt.aggregator.publish.StatePublisher;
import dev.rapt.aggregator.query.Lookup;
import dev.rapt.aggregator.query.MeetingStates;
import dev.rapt.aggregator.rules.MeetingLocks;
import dev.rapt.meeting.MeetingBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Gives participants links of their own, takes them back, and knows whose a token is. Of a token only the hash is kept,
 * so whoever reads what is kept can open nothing. Blocks.
 */
@ApplicationScoped
class LinkDesk {

    private final SecureRandom random = new SecureRandom();
    private final MeetingStates states;
    private final StatePublisher publisher;
    private final Ruled ruled;
    private final Writes writes;
    private final Answers answers;
    private final ParticipantsConfig settings;

    LinkDesk(
            MeetingStates states,
            StatePublisher publisher,
            Ruled ruled,
            Writes writes,
            Answers answers,
            AggregatorConfig config) {
        this.states = states;
        this.publisher = publisher;
        this.ruled = ruled;
        this.writes = writes;
        this.answers = answers;
        this.settings = config.participants();
    }

    /**
     * A link that was made.
     *
     * @param shows whether this instance opens it already
     */
    record Made(LinkToken token, Instant expiresAt, boolean shows) {}

    /**
     * Whom a token speaks for.
     *
     * @param participantId as it is kept
     */
    record Holder(String meetingId, String participantId, Instant expiresAt) {}

    /** A new link of a participant, as it is kept. */
    Made make(String meetingId, String participantId, Instant now) {
        try (MeetingLocks.Held held = ruled.alone(meetingId, participantId)) {
            long open = links(meetingId).stream()
                    .filter(link -> link.participantId().equals(participantId)
                            && link.expiresAt().isAfter(now))
                    .count();
            if (open >= settings.maxLinks()) {
                throw ProblemException.conflict(
                        "too-many-links",
                        "A participant has " + settings.maxLinks() + " links at most: revoke them before you make one");
            }
            LinkToken token = LinkToken.fresh(meetingId, random);
            Instant expiresAt =
                    Instant.ofEpochMilli(now.plus(settings.linkExpiry()).toEpochMilli());
            PersonalLink link = new PersonalLink(token.sha256(), participantId, expiresAt);
            writes.acknowledged(publisher.linked(meetingId, link, now));
            return new Made(token, expiresAt, writes.shows(() -> find(token).isPresent()));
        }
    }

    /** Takes all links of a participant back, and says whether this instance shows it. */
    boolean revoke(String meetingId, String participantId) {
        try (MeetingLocks.Held held = ruled.alone(meetingId, participantId)) {
            List<PersonalLink> theirs = of(meetingId, participantId);
            theirs.forEach(link -> writes.acknowledged(publisher.unlinked(meetingId, link.tokenSha256())));
            return writes.shows(() -> of(meetingId, participantId).isEmpty());
        }
    }

    /** Whom the token in this {@code Authorization} speaks for; a 401 when that is nobody. */
    Holder holder(Optional<String> authorization, Instant now) {
        LinkToken token = LinkToken.of(authorization).orElseThrow(ProblemException::linkUnknown);
        MeetingBook book = ruled.book();
        PersonalLink link = find(token)
                .filter(known -> known.expiresAt().isAfter(now))
                .filter(known -> !book.isErased(token.meetingId(), known.participantId()))
                .orElseThrow(ProblemException::linkUnknown);
        return new Holder(token.meetingId(), link.participantId(), link.expiresAt());
    }

    /** Looks at each of them, whichever it is, so that how long it takes says nothing. */
    private Optional<PersonalLink> find(LinkToken token) {
        Optional<PersonalLink> found = Optional.empty();
        for (PersonalLink link : links(token.meetingId())) {
            if (token.hasHash(link.tokenSha256())) {
                found = Optional.of(link);
            }
        }
        return found;
    }

    private List<PersonalLink> of(String meetingId, String participantId) {
        return links(meetingId).stream()
                .filter(link -> link.participantId().equals(participantId))
                .toList();
    }

    private List<PersonalLink> links(String meetingId) {
        Lookup<List<PersonalLink>> links = states.personalLinks(meetingId);
        return answers.foundOr(links, List.of());
    }
}
