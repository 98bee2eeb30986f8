package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.meeting.Declaration;
import dev.rapt.aggregator.meeting.Ending;
import dev.rapt.aggregator.query.KnownMeeting;
import dev.rapt.aggregator.query.LatestFrames;
import dev.rapt.aggregator.timeline.Meeting;
import dev.rapt.meeting.MeetingBook;
import dev.rapt.meeting.Terms;
import dev.rapt.meeting.View;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds out what is measured in a meeting now. Blocks. */
@ApplicationScoped
class MeasuringMaker {

    private final LatestFrames frames;
    private final MeetingBook book;
    private final Answers answers;
    private final Duration now;
    private final int least;
    private final Duration retention;

    MeasuringMaker(LatestFrames frames, MeetingBook book, Answers answers, AggregatorConfig config) {
        this.frames = frames;
        this.book = book;
        this.answers = answers;
        this.now = config.participants().now();
        this.least = config.group().k();
        this.retention = config.retention().period();
    }

    Measuring of(KnownMeeting meeting) {
        Optional<Terms> terms = book.terms(meeting.id());
        Collection<Instant> latest =
                answers.meeting(frames.of(meeting.id()), meeting.id()).values();
        Optional<Instant> endedAt = meeting.ending().map(Ending::at);
        int people = endedAt.isPresent() ? 0 : measured(latest);
        boolean grouped = terms.map(Terms::view).orElse(View.INDIVIDUAL) == View.GROUP;
        boolean tooFew = grouped && people < least;
        // As coarse as the published table tells it
        int told = grouped ? people / least * least : people;
        Optional<Instant> since = meeting.counted().map(Meeting::firstCapturedAt);
        return new Measuring(
                meeting.id(),
                endedAt.isPresent() ? "ended" : latest.isEmpty() ? "waiting" : "measuring",
                terms.map(said -> said.purpose().text()),
                terms.map(said -> said.signals().text()),
                terms.map(said -> said.consent().text()),
                terms.map(said -> said.view().text()),
                terms.map(Terms::pseudonymous).orElse(false),
                tooFew ? Optional.empty() : Optional.of(told),
                tooFew,
                grouped ? since.map(at -> at.truncatedTo(ChronoUnit.MINUTES)) : since,
                endedAt,
                Lengths.text(retention(meeting)));
    }

    /** How long figures of a meeting are kept. */
    Duration retention(KnownMeeting meeting) {
        return meeting.declaration().flatMap(Declaration::retention).orElse(retention);
    }

    private int measured(Collection<Instant> latest) {
        Instant last = latest.stream().max(Comparator.naturalOrder()).orElse(Instant.MIN);
        return (int) latest.stream()
                .filter(one -> Duration.between(one, last).compareTo(now) <= 0)
                .count();
    }
}
