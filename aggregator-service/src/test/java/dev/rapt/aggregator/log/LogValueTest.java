package dev.rapt.aggregator.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LogValueTest {

    private static final Instant FIRST = Instant.ofEpochMilli(17);
    private static final Instant SECOND = Instant.ofEpochMilli(19);

    @Test
    void isTheSameAfterwards() {
        LogValue value = new LogValue(FIRST, true, "Ada Ł");

        assertThat(LogValue.decode(value.encode())).isEqualTo(value);
        assertThatThrownBy(() -> LogValue.decode(new byte[] {2, 0})).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ofTwoTheOrderOfArrivalNeverShows() {
        LogValue ada = new LogValue(FIRST, false, "Ada");
        LogValue bob = new LogValue(SECOND, false, "Bob");
        LogValue exact = new LogValue(SECOND, true, "Ada");

        assertThat(ada.and(bob)).isEqualTo(new LogValue(FIRST, false, "Bob"));
        assertThat(bob.and(ada)).isEqualTo(bob);
        assertThat(ada.and(exact)).isEqualTo(new LogValue(FIRST, true, "Ada"));
        assertThat(exact.and(ada)).isEqualTo(exact);
    }
}
