package dev.rapt.aggregator.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.aggregator.report.Smiles.Rules;
import dev.rapt.aggregator.report.Smiles.Shown;
import dev.rapt.aggregator.report.Smiles.Together;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SmilesTest {

    private static final Rules RULES = new Rules(2, 1 / 3., 10);
    private static final long[] ALWAYS = {5, 5, 5, 5, 5, 5};

    private static Shown shown(String who, long... happy) {
        return new Shown(who, happy, ALWAYS);
    }

    @Test
    void joinsStepsInWhichTwoOrMoreSmile() {
        List<Shown> people =
                List.of(shown("ada", 0, 5, 3, 0, 0, 1), shown("bob", 0, 2, 0, 0, 5, 0), shown("cem", 5, 0, 4, 0, 0, 2));

        assertThat(Smiles.of(people, RULES))
                .containsExactly(
                        new Together(1, 3, Map.of("ada", 8L, "bob", 2L, "cem", 4L)),
                        new Together(5, 6, Map.of("ada", 1L, "cem", 2L)));
    }

    @Test
    void twoOfManyAreTooFew() {
        // Given two who smile among seven, then among six
        List<Shown> people = new ArrayList<>(List.of(shown("ada", 5, 5), shown("bob", 5, 5)));
        for (int i = 0; i < 4; i++) {
            people.add(shown("p" + i, 0, 0));
        }
        people.add(new Shown("gone", new long[] {0, 0}, new long[] {5, 0}));

        assertThat(Smiles.of(people, RULES)).containsExactly(new Together(1, 2, Map.of("ada", 5L, "bob", 5L)));
    }

    @Test
    void thoseWithTheMostSmilesCount() {
        List<Shown> people = List.of(shown("ada", 1, 0, 5, 0, 2), shown("bob", 1, 0, 5, 0, 2));

        assertThat(Smiles.of(people, new Rules(2, .3, 2)))
                .extracting(Together::from)
                .containsExactly(2, 4);
    }

    @Test
    void theOrderOfPeopleNeverShowsAndWhoIsUnmeasuredChangesNothing() {
        List<Shown> people =
                new ArrayList<>(List.of(shown("ada", 5, 0, 3), shown("bob", 2, 2, 1), shown("cem", 0, 4, 0)));
        List<Together> before = Smiles.of(people, RULES);

        people.add(new Shown("dark", new long[3], new long[3]));
        Collections.reverse(people);

        assertThat(Smiles.of(people, RULES)).isEqualTo(before).isNotEmpty();
    }

    @Test
    void nobodyIsNone() {
        assertThat(Smiles.of(List.of(), RULES)).isEmpty();
    }
}
