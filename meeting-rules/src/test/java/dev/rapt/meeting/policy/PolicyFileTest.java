package dev.rapt.meeting.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyFileTest {

    private static final String REST =
            "  - {purposes: [\"*\"], regions: [\"*\"], signals: attention, reason: The rest}\n";

    @TempDir
    Path directory;

    @Test
    void readsAPolicyOfOnesOwn() throws Exception {
        // Given one that is as short as can be, and has the country that YAML takes for a no
        Path file = Files.writeString(
                directory.resolve("ours.yaml"),
                "version: 2026-12-01\nregions:\n  NORDIC: [NO, SE]\nrules:\n"
                        + "  - {purposes: [research], regions: [NORDIC], signals: attention+expression, reason: Ours}\n"
                        + REST);

        // When
        Policy policy = PolicyFile.read(file);

        // Then
        assertThat(policy.version()).isEqualTo("2026-12-01");
        assertThat(policy.regions()).containsExactly("NORDIC");
        assertThat(policy.knows("NORDIC")).isTrue();
        assertThat(policy.knows("EU")).isFalse();
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("", "No content"),
                Arguments.of("rules: [", "expected"),
                Arguments.of("- 1", "Cannot deserialize"),
                Arguments.of("version: x\nrule: []", "rule"),
                Arguments.of("version: x\nversion: y\nrules:\n" + REST, "Duplicate field 'version'"),
                Arguments.of("rules:\n" + REST, "no version"),
                Arguments.of("version: ' '\nrules:\n" + REST, "no version"),
                Arguments.of("version: x", "no rules"),
                Arguments.of("version: x\nrules: []", "no rules"),
                Arguments.of("version: x\nrules: [null]", "rule 1 says nothing"),
                Arguments.of(
                        "version: x\nrules:\n" + REST + "  - {regions: [US], signals: attention, reason: r}",
                        "rule 2 has no purposes"),
                Arguments.of(
                        rule("purposes: [], regions: [US], signals: attention, reason: r"), "rule 1 has no purposes"),
                Arguments.of(
                        rule("purposes: [null], regions: [US], signals: attention, reason: r"),
                        "rule 1 has no purposes"),
                Arguments.of(rule("purposes: [gaming], signals: attention, reason: r"), "rule 1 has no regions"),
                Arguments.of(rule("purposes: [gaming], regions: [US], reason: r"), "rule 1 has no signals"),
                Arguments.of(rule("purposes: [gaming], regions: [US], signals: attention"), "rule 1 has no reason"),
                Arguments.of(
                        rule("purposes: [fun], regions: [US], signals: attention, reason: r"),
                        "rule 1 has fun, which is no purpose"),
                Arguments.of(
                        rule("purposes: [gaming], regions: [US], signals: all, reason: r"),
                        "rule 1 has all, which are no signals"),
                Arguments.of(
                        rule("purposes: [gaming], regions: [EU], signals: attention, reason: r"),
                        "doesn't say what region EU is"),
                Arguments.of(
                        rule(
                                "purposes: [gaming], regions: [US], signals: attention, reason: r, justification: perhaps"),
                        "perhaps"),
                Arguments.of("version: x\nregions: {EU: [UK]}\nrules:\n" + REST, "EU has UK, which is no country"),
                Arguments.of("version: x\nregions: {EU: []}\nrules:\n" + REST, "EU has no countries"),
                Arguments.of("version: x\nregions: {EU: null}\nrules:\n" + REST, "EU has no countries"),
                Arguments.of("version: x\nregions: {DE: [FR]}\nrules:\n" + REST, "can't be called DE"),
                Arguments.of("version: x\nregions: {\"*\": [FR]}\nrules:\n" + REST, "can't be called *"),
                Arguments.of(
                        "version: x\nrules:\n  - {purposes: [gaming], regions: [\"*\"], signals: attention, reason: r}",
                        "says nothing of workplace in some regions"));
    }

    private static String rule(String rule) {
        return "version: x\nrules:\n  - {" + rule + "}\n" + REST;
    }

    @ParameterizedTest
    @MethodSource("broken")
    void saysWhatIsWrongAndWhere(String text, String message) throws Exception {
        Path file = Files.writeString(directory.resolve("ours.yaml"), text);
        assertThatThrownBy(() -> PolicyFile.read(file))
                .isInstanceOf(BadPolicyException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(message);
    }

    @Test
    void saysThatThereIsNoFile() {
        Path file = directory.resolve("missing.yaml");
        assertThatThrownBy(() -> PolicyFile.read(file))
                .isInstanceOf(BadPolicyException.class)
                .hasMessageContaining("missing.yaml can't be read")
                .hasMessageContaining("NoSuchFile");
    }
}
