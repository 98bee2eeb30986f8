package dev.rapt.aggregator.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All that is known of a meeting from its log: who was there and who spoke. Where several sources tell of the same
 * participant's speech, one is believed: the one that reports silence, else the one with more events of speech in the meeting, else the
 * first by name.
 */
public final class MeetingSpeech {

    private static final Comparator<SpeechOfSource> BEST = Comparator.comparing(SpeechOfSource::upperBound)
            .thenComparing(SpeechOfSource::events, Comparator.reverseOrder())
            .thenComparing(SpeechOfSource::source);

    private final Map<String, List<LogEvent>> byParticipant;
    private final List<SpeechOfSource> sources;

    private MeetingSpeech(Map<String, List<LogEvent>> byParticipant, List<SpeechOfSource> sources) {
        this.byParticipant = byParticipant;
        this.sources = sources;
    }

    /**
     * What a meeting's events come to.
     *
     * @param events all of the meeting, in any order, each once
     * @param lastFrame when the last frame of anybody was captured, if there is one
     */
    public static MeetingSpeech of(List<LogEvent> events, Optional<Instant> lastFrame) {
        Instant end = events.stream()
                .map(LogEvent::at)
                .max(Comparator.naturalOrder())
                .filter(last -> lastFrame.isEmpty() || last.isAfter(lastFrame.get()))
                .or(() -> lastFrame)
                .orElse(Instant.EPOCH);
        List<SpeechOfSource> sources =
                events.stream().collect(Collectors.groupingBy(LogEvent::source)).values().stream()
                        .flatMap(ofOne -> SpeechOfSource.of(ofOne, end).stream())
                        .sorted(BEST)
                        .toList();
        return new MeetingSpeech(events.stream().collect(Collectors.groupingBy(LogEvent::participantId)), sources);
    }

    /** Nothing is known. */
    public static MeetingSpeech none() {
        return of(List.of(), Optional.empty());
    }

    /** Whom the events tell of, in order of their ids. */
    public SortedSet<String> participantIds() {
        return new TreeSet<>(byParticipant.keySet());
    }

    /** When somebody came and went. */
    public Attendance attendance(String participantId) {
        return Attendance.of(byParticipant.getOrDefault(participantId, List.of()));
    }

    /** How many sources tell of speech. */
    public int sources() {
        return sources.size();
    }

    /** Who speaks now. */
    public ActiveSpeaker active() {
        return sources.stream().findFirst().map(ActiveSpeaker::of).orElse(ActiveSpeaker.UNKNOWN);
    }

    /** How much somebody spoke from a moment until before another; empty when nothing is known of that time. */
    public Optional<Speaking> speaking(String participantId, Instant from, Instant to) {
        return person(participantId).flatMap(speech -> speech.between(from, to));
    }

    /** When somebody spoke; empty when no source tells of speech. */
    public Optional<PersonSpeech> person(String participantId) {
        return believed(participantId)
                .map(speech -> new PersonSpeech(
                        speech.source(),
                        speech.upperBound(),
                        speech.from(),
                        speech.to(),
                        speech.utterances().stream()
                                .filter(utterance -> utterance.participantId().equals(participantId))
                                .toList()));
    }

    /** How much somebody spoke in all of the time of which something is known. */
    public Optional<Speaking> speaking(String participantId) {
        return speaking(participantId, Instant.EPOCH, Instant.ofEpochMilli(Long.MAX_VALUE));
    }

    /**
     * What was said by whom, as the source says that is believed of them.
     *
     * @param source who says so
     * @param upperBound whether that source doesn't report silence
     */
    public record Said(Utterance utterance, String source, boolean upperBound) {}

    /** All utterances that overlap a stretch of time, in order of their starts. */
    public List<Said> between(Instant from, Instant to) {
        List<Said> said = new ArrayList<>();
        for (SpeechOfSource speech : sources) {
            for (Utterance utterance : speech.utterances()) {
                if (utterance.start().isBefore(to)
                        && (utterance.end().isAfter(from) || utterance.open())
                        && believed(utterance.participantId()).orElseThrow() == speech) {
                    said.add(new Said(utterance, speech.source(), speech.upperBound()));
                }
            }
        }
        said.sort(Comparator.comparing((Said one) -> one.utterance().start())
                .thenComparing(one -> one.utterance().participantId()));
        return said;
    }

    // Bots name people differently, so what a bot that knows the participant says comes before what another doesn't say
    private Optional<SpeechOfSource> believed(String participantId) {
        if (sources.size() < 2) {
            return sources.stream().findFirst();
        }
        Set<String> speech = new HashSet<>();
        Set<String> any = new HashSet<>();
        for (LogEvent event : byParticipant.getOrDefault(participantId, List.of())) {
            any.add(event.source());
            if (event.kind().isSpeech()) {
                speech.add(event.source());
            }
        }
        return sources.stream()
                .min(Comparator.comparing((SpeechOfSource one) -> !speech.contains(one.source()))
                        .thenComparing(one -> !any.contains(one.source()))
                        .thenComparing(BEST));
    }
}
