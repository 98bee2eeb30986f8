package dev.rapt.aggregator.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rapt.aggregator.timeline.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldListTest {

    private static List<Field> fields(String text) {
        return FieldList.parse(Optional.of(text), List.of(), Shown.ALL).list();
    }

    @Test
    void knowsEveryFieldByItsName() {
        for (Field field : Field.values()) {
            assertThat(fields(field.text())).containsExactly(field);
        }
        assertThat(Arrays.stream(Field.values()).map(Field::text)).doesNotHaveDuplicates();
    }

    @Test
    void twoNamesStandForSeveral() {
        assertThat(fields("facing, expressions")).hasSize(8).startsWith(Field.FACING, Field.ANGRY);
        assertThat(fields("displayedShares,displayedShares.happy"))
                .hasSize(8)
                .endsWith(Field.DISPLAYED_NEUTRAL, Field.DISPLAYED_IT_DEPENDS);
    }

    @Test
    void takesTheUsualOnesWhenNoneIsNamed() {
        assertThat(FieldList.parse(Optional.empty(), List.of(Field.FACING), Shown.ALL)
                        .list())
                .containsExactly(Field.FACING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "joy", "facing,", "Facing", "FACING"})
    void refusesAnythingElseAndSaysWhatThereIs(String text) {
        Problem problem = (Problem) catchThrowableOfType(ProblemException.class, () -> fields(text))
                .response()
                .getEntity();
        assertThat(problem.reason()).isEqualTo("bad-fields");
        assertThat(problem.detail()).contains("engagementIndex", "displayedShares.it-depends");
    }
}
