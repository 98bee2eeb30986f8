package dev.rapt.aggregator.log;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When one person spoke, as the source says that is believed of them.
 *
 * @param source who says so
 * @param upperBound whether that source doesn't report silence
 */
public record PersonSpeech(String source, boolean upperBound, Instant from, Instant to, List<Utterance> utterances) {

    /** @param utterances of this person, in order, none overlapping another */
    public PersonSpeech {
        utterances = List.copyOf(utterances);
    }

    /** How much was spoken from a moment until before another; empty when nothing is known of that time. */
    public Optional<Speaking> between(Instant start, Instant end) {
        long known = new Utterance("", from, to, false).millisWithin(start, end);
        if (known == 0) {
            return Optional.empty();
        }
        long spoken = 0;
        for (int i = firstEndingAfter(start); i < utterances.size(); i++) {
            Utterance utterance = utterances.get(i);
            if (!utterance.start().isBefore(end)) {
                break;
            }
            spoken += utterance.millisWithin(start, end);
        }
        return Optional.of(new Speaking(spoken, known, source, upperBound));
    }

    private int firstEndingAfter(Instant moment) {
        int low = 0;
        int high = utterances.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (utterances.get(middle).end().isAfter(moment)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** How much was spoken in all of the time of which something is known. */
    public Optional<Speaking> all() {
        return between(Instant.EPOCH, Instant.ofEpochMilli(Long.MAX_VALUE));
    }
}
