package dev.rapt.detector.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.contracts.Keys;
import org.junit.jupiter.api.Test;

class StateKeyTest {

    @Test
    void readsTheMeetingOfAnErasureOnly() {
        assertThat(StateKey.meetingOfErasure(Keys.ofErasure("m"))).hasValue("m");
        assertThat(StateKey.meetingOfErasure(Keys.ofGalleryEpoch("m"))).isEmpty();
        assertThat(StateKey.meetingOfErasure("m")).isEmpty();
        assertThat(StateKey.meetingOfErasure(null)).isEmpty();
    }
}
