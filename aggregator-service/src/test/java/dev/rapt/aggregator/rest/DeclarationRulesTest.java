package dev.rapt.aggregator.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.rapt.aggregator.meeting.Declaration;
import dev.rapt.aggregator.meeting.Group;
import dev.rapt.aggregator.rest.DeclarationRules.Stage;
import dev.rapt.meeting.ConsentRule;
import dev.rapt.meeting.Purpose;
import dev.rapt.meeting.Signals;
import dev.rapt.meeting.Terms;
import dev.rapt.meeting.View;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

class DeclarationRulesTest {

    private static final Terms WIDE = new Terms(
            Purpose.RESEARCH, "DE", Signals.ATTENTION_AND_EXPRESSION, ConsentRule.ASSUMED, View.INDIVIDUAL, false, "");
    private static final Terms NARROW =
            new Terms(Purpose.RESEARCH, "DE", Signals.ATTENTION, ConsentRule.EXPLICIT, View.GROUP, false, "because");
    private static final Optional<Duration> USUAL = Optional.empty();

    private final DeclarationRules rules = new DeclarationRules(5, Duration.ofDays(30));

    static Stream<Arguments> broader() {
        return Stream.of(
                Arguments.of(
                        "purpose",
                        new Terms(
                                Purpose.GAMING, "DE", Signals.ATTENTION, ConsentRule.EXPLICIT, View.GROUP, false, "")),
                Arguments.of(
                        "region",
                        new Terms(
                                Purpose.RESEARCH,
                                "US",
                                Signals.ATTENTION,
                                ConsentRule.EXPLICIT,
                                View.GROUP,
                                false,
                                "")),
                Arguments.of("signals", NARROW.with(Signals.ATTENTION_AND_EXPRESSION)),
                Arguments.of(
                        "consent",
                        new Terms(
                                Purpose.RESEARCH, "DE", Signals.ATTENTION, ConsentRule.ASSUMED, View.GROUP, false, "")),
                Arguments.of(
                        "view",
                        new Terms(
                                Purpose.RESEARCH,
                                "DE",
                                Signals.ATTENTION,
                                ConsentRule.EXPLICIT,
                                View.INDIVIDUAL,
                                false,
                                "")),
                Arguments.of(
                        "pseudonymous",
                        new Terms(
                                Purpose.RESEARCH,
                                "DE",
                                Signals.ATTENTION,
                                ConsentRule.EXPLICIT,
                                View.GROUP,
                                true,
                                "")));
    }

    @ParameterizedTest
    @MethodSource("broader")
    void onlyNarrowsOnceSomethingIsThere(String field, Terms terms) {
        Optional<Declaration> before = Optional.of(declaration(NARROW, USUAL));

        Problem problem = Refusals.problem(() -> rules.checkTerms(before, terms, USUAL, Stage.CONSENTED));

        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.reason()).isEqualTo("declaration-broadened");
        assertThat(problem.detail()).endsWith(": " + field + " isn't");
        assertThatCode(() -> rules.checkTerms(before, terms, USUAL, Stage.NOTHING))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void narrowingIsAlwaysAllowed(Stage stage) {
        assertThatCode(() -> {
                    rules.checkTerms(
                            Optional.of(declaration(WIDE, USUAL)), NARROW, Optional.of(Duration.ofDays(29)), stage);
                    rules.checkTerms(Optional.of(declaration(NARROW, USUAL)), NARROW, USUAL, stage);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void isKeptNoLonger() {
        Optional<Declaration> before = Optional.of(declaration(WIDE, Optional.of(Duration.ofDays(7))));
        assertThat(Refusals.problem(() -> rules.checkTerms(before, WIDE, USUAL, Stage.COUNTED))
                        .detail())
                .contains("retention isn't");
        assertThat(Refusals.reason(() -> rules.checkTerms(
                        Optional.of(declaration(WIDE, USUAL)), WIDE, Optional.of(Duration.ofDays(31)), Stage.COUNTED)))
                .isEqualTo("declaration-broadened");
        assertThatCode(() -> rules.checkTerms(before, WIDE, Optional.of(Duration.ofDays(7)), Stage.COUNTED))
                .doesNotThrowAnyException();
    }

    @Test
    void whatWasCountedUnderNamesGetsNoPseudonyms() {
        Terms pseudonymous =
                new Terms(Purpose.RESEARCH, "DE", Signals.ATTENTION, ConsentRule.EXPLICIT, View.INDIVIDUAL, true, "");
        assertThat(Refusals.reason(() -> rules.checkTerms(Optional.empty(), pseudonymous, USUAL, Stage.COUNTED)))
                .isEqualTo("declaration-broadened");
        assertThatCode(() -> rules.checkTerms(Optional.empty(), WIDE, USUAL, Stage.COUNTED))
                .doesNotThrowAnyException();
    }

    @Test
    void groupsOfTheGroupViewAreLargeAndApart() {
        assertThat(Refusals.problem(() -> check(NARROW, people("a", 0, 4))).detail())
                .contains("5 people or more")
                .contains("a has 4");
        assertThat(Refusals.problem(() -> check(NARROW, people("a", 0, 5), people("b", 4, 9)))
                        .detail())
                .contains("b shares somebody");
        assertThatCode(() -> {
                    check(NARROW, people("a", 0, 5), people("b", 5, 10), people("nobody", 0, 0));
                    check(WIDE, people("a", 0, 1), people("b", 0, 2));
                })
                .doesNotThrowAnyException();
    }

    @Test
    void groupsOfTheGroupViewStayOnceSomethingIsCounted() {
        // Given
        Declaration before = declaration(NARROW, USUAL).with(List.of(people("a", 0, 5), people("b", 5, 10)));
        Declaration other = before.with(List.of(people("a", 0, 6), people("b", 6, 11)));
        Declaration ordered = before.with(List.of(people("b", 5, 10), people("a", 0, 5)));

        // Then
        Problem problem = Refusals.problem(() -> rules.checkGroups(Optional.of(before), other, Stage.COUNTED));
        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.reason()).isEqualTo("groups-fixed");
        assertThatCode(() -> {
                    rules.checkGroups(Optional.of(before), ordered, Stage.COUNTED);
                    rules.checkGroups(Optional.of(before), other, Stage.CONSENTED);
                    // Each participant could be asked for anyway
                    rules.checkGroups(
                            Optional.of(declaration(WIDE, USUAL).with(List.of(people("c", 0, 1)))),
                            other,
                            Stage.COUNTED);
                })
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(value = Stage.class, mode = Mode.EXCLUDE, names = "NOTHING")
    void aGroupThatAnErasureMadeSmallMayBeSaidAgain(Stage stage) {
        Declaration left = declaration(NARROW, USUAL).with(List.of(people("a", 0, 4)));
        assertThatCode(() -> rules.checkGroups(Optional.of(left), left, stage)).doesNotThrowAnyException();
    }

    private void check(Terms terms, Group... groups) {
        rules.checkGroups(Optional.empty(), declaration(terms, USUAL).with(List.of(groups)), Stage.NOTHING);
    }

    private static Group people(String name, int from, int to) {
        Set<String> ids = IntStream.range(from, to).mapToObj(i -> "p" + i).collect(Collectors.toSet());
        return new Group(name, ids);
    }

    private static Declaration declaration(Terms terms, Optional<Duration> retention) {
        return new Declaration("", List.of(), List.of(), Optional.of(terms), retention, Instant.EPOCH);
    }
}
