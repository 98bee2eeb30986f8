package dev.rapt.aggregator.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.meeting.ConsentRule;
import dev.rapt.meeting.Purpose;
import dev.rapt.meeting.Signals;
import dev.rapt.meeting.Terms;
import dev.rapt.meeting.View;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class NoticesTest {

    private static final Notices.Facts FACTS =
            new Notices.Facts(Duration.ofDays(7), 5, "https://rapt.example/notice.html?meeting=standup");

    @SuppressWarnings("unused")
    private static final java.util.List<String> LANGUAGES = Notices.LANGUAGES;

    private final Notices notices = new Notices();

    private static Terms terms(Purpose purpose, Signals signals, ConsentRule consent, View view) {
        return new Terms(purpose, "DE", signals, consent, view, true, "");
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void saysEverythingInEveryLanguageAndLeavesNothingOpen(String language) {
        Set<String> told = new HashSet<>();
        for (Purpose purpose : Purpose.values()) {
            for (Signals signals : Signals.values()) {
                for (ConsentRule consent : ConsentRule.values()) {
                    for (View view : View.values()) {
                        // When
                        Notice notice = notices.of(language, terms(purpose, signals, consent, view), FACTS);

                        // Then
                        assertThat(notice.text())
                                .contains(FACTS.link(), "Rapt", "7")
                                .doesNotContain("{", "}");
                        assertThat(notice.version())
                                .isEqualTo(Texts.read(language).say("version"));
                        assertThat(notice.paragraphs()).hasSize(9).doesNotHaveDuplicates();
                        told.add(notice.text());
                    }
                }
            }
        }
        // Each of them says something else
        assertThat(told).hasSize(Purpose.values().length * 8);
    }

    @Test
    void claimsAnEstimateOfVisibleExpressionAndOnlyWhereThereIsOne() {
        Notice with = notices.of(
                "en",
                terms(Purpose.RESEARCH, Signals.ATTENTION_AND_EXPRESSION, ConsentRule.EXPLICIT, View.INDIVIDUAL),
                FACTS);
        Notice without =
                notices.of("en", terms(Purpose.WORKPLACE, Signals.ATTENTION, ConsentRule.ASSUMED, View.GROUP), FACTS);

        assertThat(with.text())
                .contains(
                        "an estimate of visible expression",
                        "not of what a person feels",
                        "only measured if you agree");
        assertThat(without.text())
                .doesNotContain("estimate of visible expression")
                .contains(
                        "Nothing is estimated of what it expresses",
                        "groups of at least 5 people",
                        "unless you say no");
    }

    @Test
    void takesTheLanguageOfAnyCountry() {
        assertThat(Notices.languageOf("de-AT")).contains("de");
        assertThat(Notices.languageOf("PT_BR")).contains("pt");
        assertThat(Notices.languageOf("sv")).isEmpty();
        assertThat(Notices.languageOf("")).isEmpty();
    }

    @Test
    void saysLengthsOfTime() {
        Terms terms = terms(Purpose.PERSONAL, Signals.ATTENTION, ConsentRule.EXPLICIT, View.INDIVIDUAL);
        assertThat(notices.of("de", terms, new Notices.Facts(Duration.ofDays(1), 5, "l"))
                        .text())
                .contains("1 Tag auf");
        assertThat(notices.of("de", terms, new Notices.Facts(Duration.ofHours(36), 5, "l"))
                        .text())
                .contains("36 h");
        assertThat(notices.of("de", terms, new Notices.Facts(Duration.ofMinutes(90), 5, "l"))
                        .text())
                .contains("90 min");
    }
}
