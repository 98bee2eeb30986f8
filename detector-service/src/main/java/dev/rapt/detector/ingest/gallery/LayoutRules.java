package dev.rapt.detector.ingest.gallery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapt.contracts.Keys;
import dev.rapt.detector.books.RefusalReason;
import dev.rapt.detector.gallery.Layout;
import dev.rapt.detector.gallery.Tile;
import dev.rapt.detector.ingest.RefusedException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What holds for a layout whichever way it comes. Each rule refuses with a sentence that the caller can act on. */
public final class LayoutRules {

    private static final String FORM = "A layout is a JSON array such as"
            + " [{\"participantId\":\"ada\",\"x\":0,\"y\":0,\"width\":320,\"height\":180}], in whole pixels";
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final GallerySettings settings;

    public LayoutRules(GallerySettings settings) {
        this.settings = settings;
    }

    /** The layout that a text says. Fields that aren't known are left alone. */
    public Layout parse(String text) throws RefusedException {
        if (text.length() > settings.maxLayoutBytes()) {
            throw bad("A layout has at most " + settings.maxLayoutBytes() + " characters; this one has more.");
        }
        JsonNode tiles = json(text);
        if (!tiles.isArray() || tiles.isEmpty()) {
            throw bad(FORM + ", with a tile at least. Leave the layout out when it isn't known.");
        }
        if (tiles.size() > settings.maxTiles()) {
            throw new RefusedException(
                    RefusalReason.TOO_MANY_TILES,
                    "A layout has at most " + settings.maxTiles() + " tiles; this one has " + tiles.size() + ".");
        }
        List<Tile> read = new ArrayList<>();
        Set<String> participants = new HashSet<>();
        for (JsonNode tile : tiles) {
            Tile next = tile(tile, read.size());
            if (!participants.add(next.participantId())) {
                throw new RefusedException(
                        RefusalReason.DUPLICATE_PARTICIPANT,
                        "Tile " + read.size() + " names a participant who has a tile already; a participant has one.");
            }
            read.add(next);
        }
        return new Layout(read);
    }

    /** Checks the layout against the sides of the picture as displayed, in pixels. */
    public void within(Layout layout, int width, int height) throws RefusedException {
        for (int i = 0; i < layout.tiles().size(); i++) {
            if (!layout.tiles().get(i).within(width, height)) {
                throw new RefusedException(
                        RefusalReason.TILE_OUTSIDE_PICTURE,
                        "Tile " + i + " reaches beyond the picture, which has " + width + "×" + height
                                + " pixels as displayed.");
            }
        }
    }

    private Tile tile(JsonNode tile, int index) throws RefusedException {
        String participantId = tile.path("participantId").asText("");
        if (!tile.path("participantId").isTextual() || !Keys.isId(participantId)) {
            throw new RefusedException(
                    RefusalReason.BAD_ID, "The participantId of tile " + index + " must match " + Keys.ID_FORM + ".");
        }
        int width = pixels(tile, "width", index);
        int height = pixels(tile, "height", index);
        if (width < settings.minSide() || height < settings.minSide()) {
            throw new RefusedException(
                    RefusalReason.IMAGE_TOO_SMALL,
                    "Each side of a tile needs at least " + settings.minSide() + " pixels; tile " + index
                            + " has less.");
        }
        return new Tile(participantId, pixels(tile, "x", index), pixels(tile, "y", index), width, height);
    }

    private static int pixels(JsonNode tile, String name, int index) throws RefusedException {
        JsonNode value = tile.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw bad("The " + name + " of tile " + index + " must be a whole number. " + FORM + ".");
        }
        return value.intValue();
    }

    private static JsonNode json(String text) throws RefusedException {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            // Not the parser's message, which quotes what was sent
            throw bad("The layout isn't JSON. " + FORM + ".");
        }
    }

    private static RefusedException bad(String detail) {
        return new RefusedException(RefusalReason.BAD_LAYOUT, detail);
    }
}
