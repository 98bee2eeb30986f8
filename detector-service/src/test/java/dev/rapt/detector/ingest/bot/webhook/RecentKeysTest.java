package dev.rapt.detector.ingest.bot.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentKeysTest {

    @Test
    void remembersTheLastOnes() {
        RecentKeys keys = new RecentKeys(2);

        keys.add("a");
        keys.add("b");
        keys.add("b");
        keys.add("c");

        assertThat(keys.contains("a")).isFalse();
        assertThat(keys.contains("b")).isTrue();
        assertThat(keys.contains("c")).isTrue();
    }
}
