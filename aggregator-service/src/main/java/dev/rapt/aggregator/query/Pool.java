package dev.rapt.aggregator.query;

import dev.rapt.aggregator.log.MeetingSpeech;
import dev.rapt.aggregator.log.PersonSpeech;
import dev.rapt.aggregator.timeline.Fields;
import dev.rapt.aggregator.timeline.Step;
import dev.rapt.aggregator.timeline.Steps;
import dev.rapt.aggregator.timeline.Track;
import dev.rapt.aggregator.timeline.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts speech beside the steps of people, and people together. */
public final class Pool {

    private Pool() {}

    /** A person's steps with what is known of the person's speech. */
    public static Steps steps(Track track, Window window, Fields fields, Optional<PersonSpeech> speech) {
        Steps steps = track.steps(window, fields);
        if (speech.isPresent() && fields.needSpeech()) {
            Duration length = window.resolution().length();
            Instant start = window.from();
            for (int step = 0; step < steps.size(); step++) {
                Instant end = start.plus(length);
                int index = step;
                speech.get()
                        .between(start, end)
                        .ifPresent(known -> steps.speak(index, known.spokenMillis(), known.knownMillis()));
                start = end;
            }
        }
        return steps;
    }

    /** Several people together. */
    public static Steps steps(Map<String, Track> people, Window window, Fields fields, MeetingSpeech speech) {
        List<Steps> each = new ArrayList<>();
        people.forEach((id, track) -> each.add(steps(track, window, fields, speechOf(id, fields, speech))));
        return Steps.pool(window, fields, each);
    }

    /** Several people's whole time together, each from the person's first frame to the last. */
    public static Step whole(Map<String, Track> people, MeetingSpeech speech) {
        List<Step> each = new ArrayList<>();
        people.forEach((id, track) -> {
            Step whole = track.whole();
            each.add(speech.speaking(id)
                    .map(known -> whole.speaking(known.spokenMillis(), known.knownMillis()))
                    .orElse(whole));
        });
        return Step.pool(first(people), last(people), each);
    }

    /** Several people's time in a window together, as one step. */
    public static Step total(Map<String, Track> people, Window window, MeetingSpeech speech) {
        List<Step> each = new ArrayList<>();
        // One after the other: all steps of a hundred people at once would be a lot of memory
        people.forEach((id, track) ->
                each.add(steps(track, window, Fields.ALL, speech.person(id)).total()));
        return Step.pool(window.from(), window.to(), each);
    }

    /** When the first frame of anybody was captured. */
    public static Instant first(Map<String, Track> people) {
        return people.values().stream()
                .map(Track::firstCapturedAt)
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /** When the last frame of anybody was captured. */
    public static Instant last(Map<String, Track> people) {
        return people.values().stream()
                .map(Track::lastCapturedAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private static Optional<PersonSpeech> speechOf(String id, Fields fields, MeetingSpeech speech) {
        return fields.needSpeech() ? speech.person(id) : Optional.empty();
    }
}
