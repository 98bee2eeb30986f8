package dev.rapt.aggregator.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who spoke when, as one source says.
 *
 * <p>Events are taken in order of time. Somebody who begins to speak speaks until an event says that they fell silent or left,
 * or, where the source doesn't report silence, until somebody else begins; or until the end of what is known. Beginning
 * twice changes nothing, and neither does falling silent in silence, nor both at the same moment.
 *
 * @param source who says so
 * @param from since when it has said anything of the meeting; before, nothing is known
 * @param to until when something is known
 * @param upperBound whether it doesn't report silence, so that less may have been spoken
 * @param events how many of its events told of speech
 * @param utterances in order of their starts
 */
record SpeechOfSource(
        String source, Instant from, Instant to, boolean upperBound, int events, List<Utterance> utterances) {

    SpeechOfSource {
        utterances = List.copyOf(utterances);
    }

    /**
     * What a source's events come to; empty when none of them tells of speech.
     *
     * @param events all of one source, of everybody, in any order
     * @param to until when something is known of the meeting; not before the last event
     */
    static Optional<SpeechOfSource> of(List<LogEvent> events, Instant to) {
        List<LogEvent> speech =
                events.stream().filter(event -> event.kind().isSpeech()).toList();
        if (speech.isEmpty()) {
            return Optional.empty();
        }
        Instant from =
                events.stream().map(LogEvent::at).min(Comparator.naturalOrder()).orElseThrow();
        boolean upperBound = speech.stream()
                .anyMatch(event -> event.kind() == LogEvent.Kind.SPEECH_ON && !event.silenceIsReported());
        List<Utterance> utterances = new Pairing(events).utterances(to);
        return Optional.of(new SpeechOfSource(speech.get(0).source(), from, to, upperBound, speech.size(), utterances));
    }

    /** The one who speaks at the end of what is known; the last to have begun, if several do. */
    Optional<Utterance> speakingNow() {
        return utterances.stream()
                .filter(Utterance::open)
                .max(Comparator.comparing(Utterance::start).thenComparing(Utterance::participantId));
    }

    /** Since when nobody has been speaking, if nobody is. */
    Instant silentSince() {
        return utterances.stream()
                .map(Utterance::end)
                .max(Comparator.naturalOrder())
                .orElse(from);
    }

    /** Pairs beginnings with ends. */
    private static final class Pairing {

        private static final Comparator<LogEvent> ORDER =
                Comparator.comparing(LogEvent::at).thenComparing(LogEvent::participantId);

        private final List<LogEvent> events;
        private final Map<String, LogEvent> speaking = new HashMap<>();
        private final List<Utterance> utterances = new ArrayList<>();

        Pairing(List<LogEvent> events) {
            this.events = withoutContradictions(events);
        }

        List<Utterance> utterances(Instant to) {
            for (LogEvent event : events) {
                switch (event.kind()) {
                    case SPEECH_ON -> begin(event);
                    case SPEECH_OFF, LEFT -> end(event.participantId(), event.at());
                    default -> {}
                }
            }
            speaking.values().forEach(on -> utterances.add(new Utterance(on.participantId(), on.at(), to, true)));
            utterances.removeIf(
                    utterance -> !utterance.open() && utterance.start().equals(utterance.end()));
            utterances.sort(Comparator.comparing(Utterance::start).thenComparing(Utterance::participantId));
            return utterances;
        }

        private void begin(LogEvent event) {
            speaking.values().stream()
                    .filter(on -> !on.silenceIsReported() && !on.participantId().equals(event.participantId()))
                    .map(LogEvent::participantId)
                    .toList()
                    .forEach(other -> end(other, event.at()));
            speaking.putIfAbsent(event.participantId(), event);
        }

        private void end(String participantId, Instant at) {
            LogEvent on = speaking.remove(participantId);
            if (on != null) {
                utterances.add(new Utterance(participantId, on.at(), at, false));
            }
        }

        // On and off at the same moment: who spoke goes on, who didn't said nothing that lasts
        private static List<LogEvent> withoutContradictions(List<LogEvent> events) {
            record Place(String participantId, Instant at) {}
            Set<Place> on = new HashSet<>();
            Set<Place> off = new HashSet<>();
            for (LogEvent event : events) {
                if (event.kind().isSpeech()) {
                    (event.kind() == LogEvent.Kind.SPEECH_ON ? on : off)
                            .add(new Place(event.participantId(), event.at()));
                }
            }
            on.retainAll(off);
            return events.stream()
                    .filter(event ->
                            !event.kind().isSpeech() || !on.contains(new Place(event.participantId(), event.at())))
                    .sorted(ORDER)
                    .toList();
        }
    }
}
