package dev.rapt.detector.ingest.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapt.detector.books.RefusalReason;
import dev.rapt.detector.gallery.Layout;
import dev.rapt.detector.gallery.Tile;
import dev.rapt.detector.ingest.RefusedException;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutRulesTest {

    private static final int MAX_TILES = 100;

    private final LayoutRules rules = new LayoutRules(
            new GallerySettings(MAX_TILES, 20_000, 1, 4, Duration.ofSeconds(30), Duration.ofMinutes(1), 10, 5, 16, 20));

    @Test
    void readsWhoIsWhere() throws Exception {
        // When
        Layout layout = rules.parse("[{\"participantId\":\"ada\",\"x\":0,\"y\":0,\"width\":320,\"height\":180},"
                + "{\"participantId\":\"bob\",\"name\":\"Bob\",\"x\":320,\"y\":0,\"width\":320,\"height\":180}]");

        // Then
        assertThat(layout.tiles()).containsExactly(new Tile("ada", 0, 0, 320, 180), new Tile("bob", 320, 0, 320, 180));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "{}",
                "[]",
                "[{\"participantId\":\"ada\"",
                "[] []",
                "null",
                "[null]",
                "[{\"participantId\":\"ada\",\"x\":0,\"y\":0,\"width\":320}]",
                "[{\"participantId\":\"ada\",\"x\":0.5,\"y\":0,\"width\":320,\"height\":180}]",
                "[{\"participantId\":\"ada\",\"x\":\"0\",\"y\":0,\"width\":320,\"height\":180}]",
                "[{\"participantId\":\"ada\",\"x\":99999999999,\"y\":0,\"width\":320,\"height\":180}]",
            })
    void refusesWhatIsNoLayout(String text) {
        RefusalReason expected = text.equals("[null]") ? RefusalReason.BAD_ID : RefusalReason.BAD_LAYOUT;
        assertThat(refusal(() -> rules.parse(text)).reason()).isEqualTo(expected);
    }

    @Test
    void neverQuotesWhatWasSent() {
        assertThat(refusal(() -> rules.parse("[secret]"))).hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"a/b\"", "\"ä\"", "7", "null"})
    void refusesWhatIsNoId(String id) {
        String text = "[{\"participantId\":" + id + ",\"x\":0,\"y\":0,\"width\":320,\"height\":180}]";
        assertThat(refusal(() -> rules.parse(text)).reason()).isEqualTo(RefusalReason.BAD_ID);
    }

    @ParameterizedTest
    @CsvSource({"15, 180", "320, 15", "0, 0", "-320, 180"})
    void refusesTilesWithoutRoomForAFace(int width, int height) {
        String text = tile("ada", 0, 0, width, height);
        assertThat(refusal(() -> rules.parse("[" + text + "]")).reason()).isEqualTo(RefusalReason.IMAGE_TOO_SMALL);
    }

    @Test
    void refusesAParticipantWithTwoTilesAndTooManyTiles() throws Exception {
        String twice = "[" + tile("ada", 0, 0, 32, 18) + "," + tile("ada", 32, 0, 32, 18) + "]";
        assertThat(refusal(() -> rules.parse(twice)).reason()).isEqualTo(RefusalReason.DUPLICATE_PARTICIPANT);
        assertThat(rules.parse(tiles(MAX_TILES)).tiles()).hasSize(MAX_TILES);
        assertThat(refusal(() -> rules.parse(tiles(MAX_TILES + 1))).reason()).isEqualTo(RefusalReason.TOO_MANY_TILES);
        assertThat(refusal(() -> rules.parse(" ".repeat(20_001))).reason()).isEqualTo(RefusalReason.BAD_LAYOUT);
    }

    @Test
    void tilesMayTouchTheEdgesAndOverlapEachOtherButStayInside() throws Exception {
        Layout inside = rules.parse("[" + tile("ada", 0, 0, 1280, 720) + "," + tile("bob", 960, 540, 320, 180) + "]");
        rules.within(inside, 1280, 720);
        assertThat(refusal(() -> rules.within(inside, 1279, 720)).reason())
                .isEqualTo(RefusalReason.TILE_OUTSIDE_PICTURE);
        assertThat(refusal(() -> rules.within(inside, 1280, 719)).reason())
                .isEqualTo(RefusalReason.TILE_OUTSIDE_PICTURE);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0, 320, 180",
        "0, -1, 320, 180",
        "2147483647, 0, 320, 180",
        "0, 2147483600, 320, 180",
        "1, 0, 2147483647, 180"
    })
    void sumsThatOverflowAreOutsideToo(int x, int y, int width, int height) throws Exception {
        Layout layout = rules.parse("[" + tile("ada", x, y, width, height) + "]");
        assertThat(refusal(() -> rules.within(layout, 1280, 720)).reason())
                .isEqualTo(RefusalReason.TILE_OUTSIDE_PICTURE);
    }

    private static String tiles(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> tile("p" + i, 0, 0, 16, 16))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String tile(String id, int x, int y, int width, int height) {
        return String.format(
                "{\"participantId\":\"%s\",\"x\":%d,\"y\":%d,\"width\":%d,\"height\":%d}", id, x, y, width, height);
    }

    private static RefusedException refusal(ThrowingCallable call) {
        RefusedException[] caught = new RefusedException[1];
        assertThatThrownBy(call).isInstanceOfSatisfying(RefusedException.class, e -> caught[0] = e);
        return caught[0];
    }
}
