package dev.rapt.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClaimsTest {

    @Test
    void keepsNamesAndNothingThatCouldBreakALine() {
        assertThat(Claims.kept("Müller, Eva <eva@example.org>", 100)).isEqualTo("Müller_ Eva _eva@example.org_");
        assertThat(Claims.kept(" a\nb\u0000c\u202e ", 100)).isEqualTo("a_b_c_");
    }

    @Test
    void keepsNoMoreThanItMay() {
        assertThat(Claims.kept("x".repeat(1_000), 10)).hasSize(10);
        assertThat(Claims.kept("", 10)).isEmpty();
    }
}
