package dev.rapt.aggregator.attention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.aggregator.query.Rules;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private static final Pose MONITOR = new Pose(30, 0);

    private final Places places = new Places(Rules.usual().further(), new Pose(0, 0));

    private void visit(int seconds) {
        for (int i = 0; i < 5; i++) {
            places.faced();
        }
        for (int i = 0; i < seconds; i++) {
            places.elsewhere(MONITOR);
        }
    }

    @Test
    void acceptsAPlaceOnce() {
        // Given a third visit that goes on after the place was accepted, as for who is outside the cone of its mean
        visit(20);
        visit(20);
        visit(40);

        // Then
        assertThat(places.accepted()).containsExactly(MONITOR);
    }

    @Test
    void aCopyGoesOnOnItsOwn() {
        // Given one in the middle of a visit
        visit(20);
        visit(20);
        Places copy = places.copy();

        // When both go on, differently
        visit(30);
        copy.faced();

        // Then
        assertThat(places.accepted()).hasSize(1);
        assertThat(copy.accepted()).isEmpty();
    }
}
