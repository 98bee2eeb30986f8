package dev.rapt.detector.consume;

import dev.rapt.contracts.Keys;
import java.util.Optional;

/** What a key of the meetings' states speaks of, for records without a value. */
final class StateKey {

    private StateKey() {}

    /** The meeting, if the key is that of an erasure. */
    static Optional<String> meetingOfErasure(String key) {
        int end = key == null ? -1 : key.indexOf('/');
        if (end < 0) {
            return Optional.empty();
        }
        String meetingId = key.substring(0, end);
        return key.equals(Keys.ofErasure(meetingId)) ? Optional.of(meetingId) : Optional.empty();
    }
}
