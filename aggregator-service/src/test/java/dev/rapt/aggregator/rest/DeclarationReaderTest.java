package dev.rapt.aggregator.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.aggregator.meeting.Declaration;
import dev.rapt.aggregator.meeting.Group;
import dev.rapt.meeting.ConsentRule;
import dev.rapt.meeting.Purpose;
import dev.rapt.meeting.Signals;
import dev.rapt.meeting.Terms;
import dev.rapt.meeting.View;
import dev.rapt.meeting.policy.PolicyFile;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeclarationReaderTest {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00.123456Z");
    private final DeclarationReader reader = new DeclarationReader(Settings.usual(), PolicyFile.shipped());

    private static final Terms LEAST =
            new Terms(Purpose.RESEARCH, "DE", Signals.ATTENTION, ConsentRule.EXPLICIT, View.INDIVIDUAL, false, "");

    /** With the fields that must be said. */
    private Declaration read(String json) {
        return readAll(json.replaceFirst("\\{", "{\"purpose\":\"research\",\"region\":\"DE\",")
                .replace(",}", "}"));
    }

    private Declaration readAll(String json) {
        return reader.read(new ByteArrayInputStream(json.getBytes(UTF_8)), NOW);
    }

    private String refusal(String json) {
        return Refusals.reason(() -> read(json));
    }

    @Test
    void readsAllThatMayBeSaid() {
        Declaration said = read(
                """
                {"title":" Biology 101 ","labels":["bio","week 3","bio"],
                 "groups":{"front row":["ada","bob","ada"],"nobody":[]},"retention":"P7D"}""");

        assertThat(said)
                .isEqualTo(new Declaration(
                        "Biology 101",
                        List.of("bio", "week 3"),
                        List.of(new Group("front row", Set.of("ada", "bob")), new Group("nobody", Set.of())),
                        Optional.of(LEAST),
                        Optional.of(Duration.ofDays(7)),
                        Instant.parse("2026-01-05T10:00:00.123Z")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"title\":null,\"labels\":null,\"groups\":null,\"retention\":null}",
                "{\"signals\":null,\"consent\":null,\"view\":null,\"pseudonymous\":null,\"justification\":null}"
            })
    void whatIsLeftOutIsNotSaid(String json) {
        assertThat(read(json))
                .isEqualTo(new Declaration(
                        "",
                        List.of(),
                        List.of(),
                        Optional.of(LEAST),
                        Optional.empty(),
                        read("{}").at()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"title\":;not-json",
                "{} {};not-json",
                "{\"title\":\"a\",\"title\":\"b\"};not-json",
                "{\"titel\":\"a\"};unknown-field",
                "{\"title\":7};bad-title",
                "{\"title\":\"\"};bad-title",
                "{\"title\":\"a\\nb\"};bad-title",
                "{\"labels\":\"bio\"};bad-labels",
                "{\"labels\":[7]};bad-labels",
                "{\"labels\":[\" \"]};bad-labels",
                "{\"groups\":[\"ada\"]};bad-groups",
                "{\"groups\":{\"a\":\"ada\"}};bad-groups",
                "{\"groups\":{\"a/b\":[]}};bad-groups",
                "{\"groups\":{\" a\":[]}};bad-groups",
                "{\"groups\":{\"\":[]}};bad-groups",
                "{\"groups\":{\"a\":[\"no id\"]}};bad-id",
                "{\"groups\":{\"a\":[7]}};bad-id",
                "{\"groups\":{\"a\":[],\"a\":[]}};not-json",
                "{\"retention\":\"PT59M\"};bad-retention",
                "{\"retention\":\"P3651D\"};bad-retention",
                "{\"retention\":\"a week\"};bad-retention",
                "{\"retention\":7};bad-retention",
                "{\"retention\":\"P999999999999999D\"};bad-retention",
            })
    void saysWhatIsWrong(String json, String reason) {
        assertThat(refusal(json)).isEqualTo(reason);
    }

    @Test
    void readsWhoMayBeMeasuredAndWhatFor() {
        assertThat(readAll(
                                """
                                {"purpose":"healthcare","region":"EU","signals":"attention+expression","consent":"assumed",
                                 "view":"group","pseudonymous":true,"justification":" Pain is measured "}""")
                        .terms())
                .contains(new Terms(
                        Purpose.HEALTHCARE,
                        "EU",
                        Signals.ATTENTION_AND_EXPRESSION,
                        ConsentRule.ASSUMED,
                        View.GROUP,
                        true,
                        "Pain is measured"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'';bad-purpose;workplace, education, healthcare",
                "{\"region\":\"DE\"};bad-purpose;safety",
                "{\"purpose\":\"fun\",\"region\":\"DE\"};bad-purpose;gaming",
                "{\"purpose\":\"research\"};bad-region;ISO 3166-1",
                "{\"purpose\":\"research\",\"region\":\"de\"};bad-region;EU",
                "{\"purpose\":\"research\",\"region\":7};bad-region;EU",
                "{\"purpose\":\"research\",\"region\":\"DE\",\"signals\":\"all\"};bad-signals;attention+expression",
                "{\"purpose\":\"research\",\"region\":\"DE\",\"consent\":true};bad-consent;explicit, assumed",
                "{\"purpose\":\"research\",\"region\":\"DE\",\"view\":\"all\"};bad-view;individual, group",
                "{\"purpose\":\"research\",\"region\":\"DE\",\"pseudonymous\":\"yes\"};bad-pseudonymous;true or false",
                "{\"purpose\":\"research\",\"region\":\"DE\",\"justification\":\"\"};bad-justification;1,000",
                "{\"purpose\":\"safety\",\"region\":\"US\"};justification-missing;Medical and safety uses",
            })
    void saysWhatIsMissingAndWhatThereIsToChooseFrom(String json, String reason, String detail) {
        Problem problem = Refusals.problem(() -> readAll(json));
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.reason()).isEqualTo(reason);
        assertThat(problem.detail()).contains(detail.replace("1,000", "1000"));
    }

    @Test
    void refusesWhatThePolicyForbidsAndChangesNothingSilently() {
        Problem problem = Refusals.problem(
                () -> readAll(
                        """
                        {"purpose":"workplace","region":"FR","signals":"attention+expression","justification":"We want to"}"""));
        assertThat(problem.status()).isEqualTo(403);
        assertThat(problem.reason()).isEqualTo("policy-forbids");
        assertThat(problem.detail()).contains("workplace in FR").contains("Article 5(1)(f)");
        assertThat(readAll("{\"purpose\":\"workplace\",\"region\":\"FR\"}").terms())
                .map(Terms::signals)
                .contains(Signals.ATTENTION);
    }

    @Test
    void theLimitsAreThoseOfTheSettings() {
        assertThat(read("{\"title\":\"" + "ü".repeat(200) + "\"}").title()).hasSize(200);
        assertThat(read("{\"labels\":" + texts(20, "x".repeat(60)) + "}").labels())
                .hasSize(20);
        assertThat(read("{\"groups\":{\"a\":" + texts(1_000, "p") + "}}")
                        .groups()
                        .get(0)
                        .participantIds())
                .hasSize(1_000);
        assertThat(read("{\"retention\":\"1h\"}").retention()).contains(Duration.ofHours(1));
        assertThat(read("{\"retention\":\"P3650D\"}").retention()).contains(Duration.ofDays(3_650));

        assertThat(refusal("{\"title\":\"" + "ü".repeat(201) + "\"}")).isEqualTo("bad-title");
        assertThat(refusal("{\"labels\":" + texts(21, "x") + "}")).isEqualTo("bad-labels");
        assertThat(refusal("{\"labels\":[\"" + "x".repeat(65) + "\"]}")).isEqualTo("bad-labels");
        assertThat(refusal("{\"groups\":{\"a\":" + texts(1_001, "p") + "}}")).isEqualTo("bad-groups");
        String groups =
                IntStream.range(0, 51).mapToObj(i -> "\"g" + i + "\":[]").collect(Collectors.joining(","));
        assertThat(refusal("{\"groups\":{" + groups + "}}")).isEqualTo("bad-groups");
        assertThat(Refusals.reason(() -> readAll("[]"))).isEqualTo("not-json");
        assertThat(Refusals.reason(() -> readAll("\"x\""))).isEqualTo("not-json");
        assertThat(refusal("{\"justification\":\"" + "x".repeat(1_001) + "\"}")).isEqualTo("bad-justification");
        Problem tooLarge = Refusals.problem(() -> readAll(" ".repeat(768 * 1024 + 1)));
        assertThat(tooLarge.status()).isEqualTo(413);
        assertThat(tooLarge.reason()).isEqualTo("body-too-large");
    }

    private static String texts(int count, String prefix) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"" + prefix + i + "\"")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
