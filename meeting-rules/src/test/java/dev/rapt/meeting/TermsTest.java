package dev.rapt.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TermsTest {

    private static final Terms WIDE = new Terms(
            Purpose.RESEARCH, "DE", Signals.ATTENTION_AND_EXPRESSION, ConsentRule.ASSUMED, View.INDIVIDUAL, false, "");
    private static final Terms NARROW =
            new Terms(Purpose.RESEARCH, "DE", Signals.ATTENTION, ConsentRule.EXPLICIT, View.GROUP, false, "because");

    @Test
    void lessIsWithinMore() {
        assertThat(NARROW.within(WIDE)).isTrue();
        assertThat(NARROW.within(NARROW)).isTrue();
        assertThat(WIDE.beyond(NARROW)).containsExactly("signals", "consent", "view");
    }

    @Test
    void somethingElseIsBeyond() {
        Terms other =
                new Terms(Purpose.GAMING, "SE", Signals.ATTENTION, ConsentRule.EXPLICIT, View.GROUP, true, "because");
        assertThat(other.within(NARROW)).isFalse();
        assertThat(other.beyond(NARROW)).containsExactly("purpose", "region", "pseudonymous");
    }
}
