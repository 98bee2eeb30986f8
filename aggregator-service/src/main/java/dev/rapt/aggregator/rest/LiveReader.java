package dev.rapt.aggregator.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.live.LiveMeeting;
import dev.rapt.aggregator.live.LiveMeetings;
import dev.rapt.aggregator.live.LiveRows;
import dev.rapt.aggregator.log.ActiveSpeaker;
import dev.rapt.aggregator.log.MeetingSpeech;
import dev.rapt.aggregator.log.PersonSpeech;
import dev.rapt.aggregator.meeting.Ending;
import dev.rapt.aggregator.query.Digests;
import dev.rapt.aggregator.query.Lookup;
import dev.rapt.aggregator.query.MeetingLogs;
import dev.rapt.aggregator.query.MeetingStates;
import dev.rapt.aggregator.query.Meetings;
import dev.rapt.aggregator.rules.ShownSignals;
import dev.rapt.aggregator.timeline.EngagementRule;
import dev.rapt.aggregator.timeline.Step;
import dev.rapt.aggregator.timeline.Track;
import dev.rapt.meeting.MeetingBook;
import dev.rapt.meeting.Signals;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Reads meetings for listeners, in the same form and with the same figures as all other answers. */
@ApplicationScoped
class LiveReader implements LiveMeetings {

    private final Digests digests;
    private final MeetingLogs logs;
    private final MeetingStates states;
    private final ShownSignals signals;
    private final Meetings meetings;
    private final MeasuringMaker measuring;
    private final ObjectMapper json;
    private final MeetingBook book;
    private final EngagementRule rule;
    private final long learning;
    private final GroupView view;

    LiveReader(
            Digests digests,
            MeetingLogs logs,
            MeetingStates states,
            ShownSignals signals,
            Meetings meetings,
            MeasuringMaker measuring,
            ObjectMapper json,
            MeetingBook book,
            EngagementRule rule,
            GroupView view,
            AggregatorConfig config) {
        this.view = view;
        this.digests = digests;
        this.logs = logs;
        this.states = states;
        this.signals = signals;
        this.meetings = meetings;
        this.measuring = measuring;
        this.json = json;
        this.book = book;
        this.rule = rule;
        this.learning = config.attention().learning().toSeconds();
    }

    @Override
    public Lookup<LiveMeeting> open(String meetingId) {
        if (view.hides(meetingId)) {
            // Whoever listened before it was declared so is told nothing more
            return new Lookup.NotFound<>();
        }
        Lookup<MeetingSpeech> speech = logs.speech(meetingId);
        if (speech instanceof Lookup.Erased<MeetingSpeech>) {
            return new Lookup.Erased<>();
        }
        if (speech instanceof Lookup.NotReady<MeetingSpeech>) {
            return new Lookup.NotReady<>();
        }
        boolean known = speech instanceof Lookup.Found<MeetingSpeech>
                || states.declaration(meetingId) instanceof Lookup.Found<?>;
        if (!known) {
            return new Lookup.NotFound<>();
        }
        // Once, so that somebody who can't be read now never looks as if gone
        Lookup<SortedSet<String>> ids = digests.participantIds(meetingId);
        if (ids instanceof Lookup.NotReady<SortedSet<String>>) {
            return new Lookup.NotReady<>();
        }
        return ids instanceof Lookup.Erased<SortedSet<String>>
                ? new Lookup.Erased<>()
                : new Lookup.Found<>(new Read(
                        meetingId,
                        found(speech).orElseGet(MeetingSpeech::none),
                        found(ids).map(List::copyOf).orElse(List.of())));
    }

    private static <T> Optional<T> found(Lookup<T> lookup) {
        return lookup instanceof Lookup.Found<T> found ? Optional.of(found.value()) : Optional.empty();
    }

    private String write(Object view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A view can't be written", e);
        }
    }

    private final class Read implements LiveMeeting {
        private final String meetingId;
        private final MeetingSpeech speech;
        private final Shown shown;
        private final List<String> participants;

        Read(String meetingId, MeetingSpeech speech, List<String> participants) {
            this.meetingId = meetingId;
            this.speech = speech;
            this.shown = Shown.of(signals, meetingId);
            this.participants = participants;
        }

        @Override
        public List<String> participants() {
            return participants;
        }

        @Override
        public boolean lacksSomebody() {
            return book.hasErasedParticipants(meetingId);
        }

        @Override
        public String name(String participantId) {
            return write(speech.attendance(participantId).name());
        }

        @Override
        public Optional<LiveRows> rows(String participantId) {
            Optional<PersonSpeech> spoken = speech.person(participantId);
            Optional<Track> track = found(digests.track(meetingId, participantId));
            return track.map(known -> new TrackRows(known, learning, step -> write(step, spoken)));
        }

        private String write(Step step, Optional<PersonSpeech> spoken) {
            return LiveReader.this.write(
                    ViewMaker.bucket(step, spoken.flatMap(one -> one.between(step.start(), step.end())), rule, shown));
        }

        private String write(Object view) {
            return LiveReader.this.write(view);
        }

        @Override
        public int sourcesOfSpeech() {
            return speech.sources();
        }

        @Override
        public String believed(String participantId) {
            return speech.person(participantId).map(PersonSpeech::source).orElse("");
        }

        @Override
        public String activeSpeaker() {
            ActiveSpeaker active = speech.active();
            Optional<String> name =
                    active.participantId().flatMap(who -> speech.attendance(who).name());
            return write(SpeechViews.Active.of(active, name));
        }

        @Override
        public String markers() {
            return write(found(states.markers(meetingId)).orElse(List.of()).stream()
                    .map(MarkerViews.Marker::of)
                    .toList());
        }

        @Override
        public String measuring() {
            return found(meetings.meeting(meetingId))
                    .map(known -> write(measuring.of(known)))
                    .orElse("");
        }

        @Override
        public Signals signals() {
            return shown.signals();
        }

        @Override
        public Optional<Instant> endedAt() {
            return found(states.ending(meetingId)).map(Ending::at);
        }
    }
}
