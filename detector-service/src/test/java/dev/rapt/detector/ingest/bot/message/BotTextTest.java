package dev.rapt.detector.ingest.bot.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BotTextTest {

    private static final Place.Within PLACES = Place.within(Map.of(
            "type", Place.value(),
            "at", Place.value(),
            "inner", Place.within(Map.of("id", Place.value(), "picture", Place.picture())),
            "people", Place.each(Map.of("id", Place.value()))));

    @Test
    void keepsWhatStandsAtThePlacesInAnyOrder() throws Exception {
        Fields fields = text(
                """
                {"other": {"type": [1, {"at": 2}]}, "people": [{"id": 1}, {"id": "two", "x": {}}],
                 "inner": {"picture": null, "id": 16778240}, "at": 1703123456789, "type": "frame"}""");

        assertThat(fields.text("type")).hasValue("frame");
        assertThat(fields.whole("at")).hasValue(1_703_123_456_789L);
        assertThat(fields.within("inner").id("id")).hasValue("16778240");
        assertThat(fields.within("inner").picture("picture")).isEmpty();
        assertThat(fields.each("people")).hasSize(2);
        assertThat(fields.each("people").get(1).id("id")).hasValue("two");
        assertThat(fields.within("absent").id("id")).isEmpty();
    }

    @Test
    void decodesAPictureFromWhereItStands() throws Exception {
        // Given characters of one, two, three and four bytes before a picture longer than any of the parser's buffers
        byte[] picture = new byte[100_001];
        new Random(1).nextBytes(picture);
        String json = "{\"é€😀\": \"a€é😀\", \"inner\": {\"picture\":  \""
                + Base64.getEncoder().encodeToString(picture) + "\", \"id\": \"after\"}}";

        // When
        Fields fromText = BotText.of(json).read(PLACES).within("inner");
        Fields fromBytes =
                BotText.of(json.getBytes(StandardCharsets.UTF_8)).read(PLACES).within("inner");

        // Then
        assertThat(fromText.picture("picture").orElseThrow()).isEqualTo(picture);
        assertThat(fromBytes.picture("picture").orElseThrow()).isEqualTo(picture);
        assertThat(fromText.id("id")).hasValue("after");
    }

    @Test
    void decodesAPictureWhoseSlashesAreEscapedAndOneWithoutPadding() throws Exception {
        assertThat(text("{\"inner\": {\"picture\": \"\\/9j\\u002f4Q==\"}}")
                        .within("inner")
                        .picture("picture"))
                .hasValue(Base64.getDecoder().decode("/9j/4Q=="));
        assertThat(text("{\"inner\": {\"picture\": \"/9j/4Q\"}}")
                        .within("inner")
                        .picture("picture"))
                .hasValue(Base64.getDecoder().decode("/9j/4Q=="));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hello", "Hi, world", "q", "====", "AA=A", "é€", "\\u0041!"})
    void aPictureThatIsNotBase64FailsOnlyWhenItIsAskedFor(String picture) throws Exception {
        Fields inner = text("{\"inner\": {\"picture\": \"" + picture + "\", \"id\": 1}}")
                .within("inner");

        assertThat(inner.id("id")).hasValue("1");
        assertThatThrownBy(() -> inner.picture("picture"))
                .isInstanceOfSatisfying(
                        MalformedException.class, e -> assertThat(e.reason()).isEqualTo("bad-base64"))
                .hasMessageNotContaining(picture);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"text\"",
                "{",
                "{\"type\": \"fra",
                "{\"inner\": {\"picture\": \"AAAA",
                "{\"type\": \"frame\"} {}",
                "{\"type\": nan}",
                "{'type': 'frame'}",
                "{\"people\": [1]}",
                "{\"people\": [{\"id\": 1}",
                "\u0000\u0001"
            })
    void refusesWhatIsNoJsonObjectWithoutQuotingIt(String json) {
        assertThatThrownBy(() -> text(json))
                .isInstanceOf(MalformedException.class)
                .hasMessageNotContaining("fra");
        assertThatThrownBy(
                        () -> BotText.of(json.getBytes(StandardCharsets.UTF_8)).read(PLACES))
                .isInstanceOf(MalformedException.class);
    }

    @Test
    void refusesDeepNestingLongNumbersAndEndlessLists() {
        String deep = "{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        String digits = "{\"at\":" + "9".repeat(10_000) + "}";
        String many = "{\"people\":[" + "{},".repeat(100_000) + "{}]}";

        assertThatThrownBy(() -> text(deep)).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> text(digits)).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> text(many)).isInstanceOf(MalformedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "true", "[1]", "{}", "1e300", "-1e300", "99999999999999999999"})
    void aNumberOfAnotherKindIsRefusedByName(String number) throws Exception {
        Fields fields = text("{\"at\": " + number + "}");

        assertThatThrownBy(() -> fields.whole("at"))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("at");
    }

    @Test
    void aFractionOfAMillisecondIsCutOff() throws Exception {
        assertThat(text("{\"at\": 1703123456789.75}").whole("at")).hasValue(1_703_123_456_789L);
        assertThat(text("{\"at\": 1.703123456789e12}").whole("at")).hasValue(1_703_123_456_789L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "true", "[1]", "{}"})
    void anIdIsATextOrAWholeNumber(String id) throws Exception {
        Fields fields = text("{\"type\": " + id + "}");

        assertThatThrownBy(() -> fields.id("type")).isInstanceOf(MalformedException.class);
    }

    private static Fields text(String json) throws MalformedException {
        return BotText.of(json).read(PLACES);
    }
}
