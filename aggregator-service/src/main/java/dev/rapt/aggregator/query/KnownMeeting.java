package dev.rapt.aggregator.query;

import dev.rapt.aggregator.meeting.Declaration;
import dev.rapt.aggregator.meeting.Ending;
import dev.rapt.aggregator.timeline.Meeting;
import dev.rapt.meeting.View;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A meeting that something is known of: frames, what was said of it, or only what bots told.
 *
 * @param id its id
 * @param counted what its frames come to; empty while there is none
 * @param declaration what it is, if somebody has said
 * @param ending when it ended, if somebody has said
 */
public record KnownMeeting(
        String id, Optional<Meeting> counted, Optional<Declaration> declaration, Optional<Ending> ending) {
    public KnownMeeting {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(counted, "counted");
        Objects.requireNonNull(declaration, "declaration");
        Objects.requireNonNull(ending, "ending");
    }

    /** One of which nothing is known. */
    public static KnownMeeting nothing(String id) {
        return new KnownMeeting(id, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** As people call it; empty when it has no title. */
    public Optional<String> title() {
        return declaration.map(Declaration::title).filter(title -> !title.isEmpty());
    }

    /** Its labels. */
    public List<String> labels() {
        return declaration.map(Declaration::labels).orElse(List.of());
    }

    /** Whether only groups of it are shown. Then it says of its frames no more than the minute of the first and the last. */
    public boolean showsOnlyGroups() {
        return declaration
                .flatMap(Declaration::terms)
                .map(terms -> terms.view() == View.GROUP)
                .orElse(false);
    }

    /** When its first frame was captured, as far as that may be said; empty while there is none. */
    public Optional<Instant> firstCapturedAt() {
        return counted.map(Meeting::firstCapturedAt).map(this::told);
    }

    /** When its last frame was captured, as far as that may be said; empty while there is none. */
    public Optional<Instant> lastCapturedAt() {
        return counted.map(Meeting::lastCapturedAt).map(this::told);
    }

    private Instant told(Instant moment) {
        return showsOnlyGroups() ? moment.truncatedTo(ChronoUnit.MINUTES) : moment;
    }

    /** Its first moment: of its first frame, or else when it was declared; the epoch when neither is known. */
    public Instant from() {
        return firstCapturedAt().or(() -> declaration.map(Declaration::at)).orElse(Instant.EPOCH);
    }

    /** Its last moment: of its last frame, or else its end, but not before its first moment. */
    public Instant to() {
        Instant last = lastCapturedAt().or(() -> ending.map(Ending::at)).orElse(from());
        return last.isBefore(from()) ? from() : last;
    }

    /** With what was said of it now. */
    public KnownMeeting with(Declaration said) {
        return new KnownMeeting(id, counted, Optional.of(said), ending);
    }
}
