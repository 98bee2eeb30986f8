package dev.rapt.detector.live.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;

class LetteringTest {

    private final Lettering letters = Lettering.regular();

    @Test
    void lettersStandOnTheirBaselineAndAreAsHighAsTheyShould() {
        Rectangle2D outline = letters.outline("H", 100, 10, 200).getBounds2D();

        assertThat(outline.getMaxY()).isEqualTo(200, org.assertj.core.api.Assertions.within(.5));
        // DejaVu Sans' capitals are .729 of its size
        assertThat(outline.getHeight()).isBetween(72.0, 74.0);
        assertThat(outline.getMinX()).isBetween(10.0, 25.0);
        assertThat(letters.outline("p", 100, 10, 200).getBounds2D().getMaxY()).isGreaterThan(215);
    }

    @Test
    void manyScriptsHaveLettersAndAnUnknownCharacterHasABox() {
        for (String text : new String[] {"Élodie", "Ольга", "Ωμέγα", "Šimková", "Łukasz", "happy"}) {
            assertThat(letters.outline(text, 20, 0, 0).getBounds2D().getWidth())
                    .as(text)
                    .isEqualTo(letters.width(text, 20), org.assertj.core.api.Assertions.within(4.0));
        }
        assertThat(letters.outline("漢", 20, 0, 0).getBounds2D().getHeight()).isGreaterThan(5);
        assertThat(letters.width(" ", 20)).isGreaterThan(2);
    }

    @Test
    void whatDoesNotFitIsShortened() {
        String shorter = letters.fit("Bartholomew of somewhere far away", 20, 120);

        assertThat(shorter).startsWith("Barth").endsWith("…");
        assertThat(letters.width(shorter, 20)).isLessThanOrEqualTo(120);
        assertThat(letters.fit("Ada", 20, 120)).isEqualTo("Ada");
        assertThat(letters.fit("Ada", 20, 3)).isEmpty();
    }
}
