package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.log.MeetingSpeech;
import dev.rapt.aggregator.log.Speaking;
import dev.rapt.aggregator.query.Digests;
import dev.rapt.aggregator.query.KnownMeeting;
import dev.rapt.aggregator.query.Lookup;
import dev.rapt.aggregator.query.MeetingLogs;
import dev.rapt.aggregator.query.Meetings;
import dev.rapt.aggregator.query.Pool;
import dev.rapt.aggregator.rules.ShownSignals;
import dev.rapt.aggregator.timeline.EngagementRule;
import dev.rapt.aggregator.timeline.Seconds;
import dev.rapt.aggregator.timeline.Step;
import dev.rapt.aggregator.timeline.Track;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Sums up a meeting's or a group's whole time. */
@ApplicationScoped
class Summaries {

    static final String NOBODY_SEEN = "nobody-seen";

    private static final double MICRO = 1e6;

    private final Meetings meetings;
    private final Digests digests;
    private final MeetingLogs logs;
    private final Answers answers;
    private final ShownSignals signals;
    private final MomentsFinder moments;
    private final EngagementRule rule;

    Summaries(
            Meetings meetings,
            Digests digests,
            MeetingLogs logs,
            Answers answers,
            ShownSignals signals,
            MomentsFinder moments,
            EngagementRule rule) {
        this.meetings = meetings;
        this.digests = digests;
        this.logs = logs;
        this.answers = answers;
        this.signals = signals;
        this.moments = moments;
        this.rule = rule;
    }

    /** Of everybody; a 404 while nobody was seen. */
    SummaryViews.Summary meeting(String meetingId) {
        return meeting(meetingId, true);
    }

    /** The same without the moments, which cost a look at every step. */
    SummaryViews.Summary meetingWithoutMoments(String meetingId) {
        return meeting(meetingId, false);
    }

    private SummaryViews.Summary meeting(String meetingId, boolean withMoments) {
        answers.meeting(meetings.meeting(meetingId), meetingId);
        return summary(meetingId, Optional.empty(), participant -> true, withMoments);
    }

    /** Of a declared group; a 404 when there is no such group or nobody of it was seen. */
    SummaryViews.Summary group(String meetingId, String group) {
        KnownMeeting meeting = answers.meeting(meetings.meeting(meetingId), meetingId);
        Set<String> members = meeting.declaration()
                .flatMap(declared -> declared.group(group))
                .orElseThrow(() -> ProblemException.notFound(
                        "group-unknown", "Meeting " + meetingId + " has no group " + group + " in its declaration"))
                .participantIds();
        return summary(meetingId, Optional.of(group), members::contains, true);
    }

    private SummaryViews.Summary summary(
            String meetingId, Optional<String> group, Predicate<String> wanted, boolean withMoments) {
        Lookup<SortedMap<String, Track>> seen = digests.tracks(meetingId, wanted);
        SortedMap<String, Track> people = answers.foundOr(seen, new TreeMap<>());
        if (people.isEmpty()) {
            throw ProblemException.notFound(NOBODY_SEEN, "There is no frame yet of anybody to sum up");
        }
        MeetingSpeech speech = answers.foundOr(logs.speech(meetingId), MeetingSpeech.none());
        Set<String> all = new TreeSet<>(people.keySet());
        speech.participantIds().stream().filter(wanted).forEach(all::add);
        Step whole = Pool.whole(people, speech);
        Seconds seconds = whole.seconds();
        long measured = people.values().stream()
                .filter(track -> track.whole().seconds().measured() > 0)
                .count();
        Shown shown = Shown.of(signals, meetingId);
        return new SummaryViews.Summary(
                meetingId,
                group,
                new SummaryViews.Counts(people.size(), (int) measured, all.size() - people.size()),
                PooledViews.of(whole, rule, shown),
                seconds.isKnown() ? Optional.of(seconds.presence()) : Optional.empty(),
                talk(all, speech),
                withMoments ? Optional.of(moments.moments(people, speech, shown)) : Optional.empty());
    }

    private static List<SummaryViews.Talk> talk(Set<String> people, MeetingSpeech speech) {
        SortedMap<String, Speaking> spoken = new TreeMap<>();
        people.forEach(id -> speech.speaking(id).ifPresent(known -> spoken.put(id, known)));
        long total = spoken.values().stream().mapToLong(Speaking::spokenMillis).sum();
        List<SummaryViews.Talk> talk = new ArrayList<>();
        spoken.forEach((id, known) -> talk.add(new SummaryViews.Talk(
                id,
                speech.attendance(id).name(),
                SpeechViews.Spoken.of(Optional.of(known)).orElseThrow(),
                total == 0
                        ? Optional.empty()
                        : Optional.of(Math.round(known.spokenMillis() * MICRO / total) / MICRO))));
        // Of two who spoke as long as each other, the ids' order stays
        talk.sort(Comparator.comparing((SummaryViews.Talk one) -> one.spoken().seconds())
                .reversed());
        return talk;
    }
}
