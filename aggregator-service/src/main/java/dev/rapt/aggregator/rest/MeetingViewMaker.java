package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.log.ActiveSpeaker;
import dev.rapt.aggregator.log.Attendance;
import dev.rapt.aggregator.log.MeetingSpeech;
import dev.rapt.aggregator.meeting.Declaration;
import dev.rapt.aggregator.meeting.Ending;
import dev.rapt.aggregator.meeting.Group;
import dev.rapt.aggregator.query.KnownMeeting;
import dev.rapt.aggregator.query.ParticipantEntry;
import dev.rapt.aggregator.timeline.Label;
import dev.rapt.aggregator.timeline.Meeting;
import dev.rapt.aggregator.timeline.Participation;
import dev.rapt.aggregator.timeline.Tally;
import dev.rapt.meeting.ConsentRule;
import dev.rapt.meeting.Purpose;
import dev.rapt.meeting.Signals;
import dev.rapt.meeting.Terms;
import dev.rapt.meeting.View;
import dev.rapt.meeting.policy.Policy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes answers about meetings and who was in them. */
final class MeetingViewMaker {

    private MeetingViewMaker() {}

    static MeetingViews.Meeting meeting(KnownMeeting meeting) {
        Optional<Meeting> counted = meeting.counted();
        boolean hidden = meeting.showsOnlyGroups();
        return new MeetingViews.Meeting(
                meeting.id(),
                meeting.title(),
                meeting.labels(),
                // How many came, and how their frames do, tells of the one who came
                hidden
                        ? Optional.empty()
                        : Optional.of(counted.map(Meeting::participants).orElse(0L)),
                hidden
                        ? Optional.empty()
                        : Optional.of(counted.map(Meeting::frames).orElse(0L)),
                meeting.firstCapturedAt(),
                meeting.lastCapturedAt(),
                meeting.declaration().map(Declaration::at),
                meeting.ending().map(Ending::at),
                false);
    }

    static MeetingViews.OneMeeting meeting(KnownMeeting meeting, MeetingSpeech speech, Policy policy, boolean stale) {
        ActiveSpeaker active = meeting.showsOnlyGroups() ? MeetingSpeech.none().active() : speech.active();
        Map<String, Set<String>> groups = new LinkedHashMap<>();
        groups(meeting).forEach(group -> groups.put(group.name(), group.participantIds()));
        return new MeetingViews.OneMeeting(
                stale ? meeting(meeting).asStale() : meeting(meeting),
                groups,
                meeting.declaration().flatMap(Declaration::retention).map(Lengths::text),
                terms(meeting.declaration().flatMap(Declaration::terms).map(policy::clamp), policy),
                SpeechViews.Active.of(active, active.participantId().flatMap(id -> speech.attendance(id)
                        .name())));
    }

    private static MeetingViews.Terms terms(Optional<Terms> terms, Policy policy) {
        return new MeetingViews.Terms(
                terms.map(Terms::purpose).map(Purpose::text),
                terms.map(Terms::region),
                terms.map(Terms::signals).map(Signals::text),
                terms.map(Terms::consent).map(ConsentRule::text),
                terms.map(Terms::view).map(View::text),
                terms.map(Terms::pseudonymous),
                terms.map(Terms::justification).filter(text -> !text.isEmpty()),
                policy.version());
    }

    static List<MeetingViews.Group> groups(KnownMeeting meeting) {
        return meeting.declaration().map(Declaration::groups).orElse(List.of()).stream()
                .map(group -> group(group, meeting.showsOnlyGroups()))
                .toList();
    }

    static MeetingViews.Participant participant(
            String id, Optional<ParticipantEntry> counted, Attendance attendance, Shown shown) {
        Optional<Participation> participation = counted.map(ParticipantEntry::participation);
        Tally tally = participation.map(Participation::tally).orElse(Tally.ZERO);
        return new MeetingViews.Participant(
                id,
                tally.frames(),
                tally.measuredFrames(),
                tally.scoredFrames(),
                tally.absentFrames(),
                participation.map(Participation::firstCapturedAt),
                participation.map(Participation::lastCapturedAt),
                shown.expression(ViewMaker.dominant(tally)),
                shown.expression(counted.flatMap(ParticipantEntry::displayed).map(Label::text)),
                attendance.name(),
                SpeechViews.Attended.of(attendance));
    }

    private static MeetingViews.Group group(Group group, boolean hidden) {
        return new MeetingViews.Group(group.name(), hidden ? Set.of() : new TreeSet<>(group.participantIds()));
    }
}
