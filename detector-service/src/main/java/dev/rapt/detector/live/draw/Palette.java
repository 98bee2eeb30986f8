package dev.rapt.detector.live.draw;

import java.awt.Color;

/**
 * The colours: those for marks are from the palette of Okabe and Ito, which people with any colour vision can tell apart
 * (https://jfly.uni-koeln.de/color/). No mark relies on its colour alone.
 */
final class Palette {

    static final Color BACKGROUND = new Color(0x14, 0x17, 0x1C);
    static final Color DARK_TILE = new Color(0x23, 0x28, 0x30);
    static final Color TEXT = Color.WHITE;
    static final Color FAINT_TEXT = new Color(0xB8, 0xC0, 0xCC);
    static final Color PLATE = new Color(0, 0, 0, 190);
    /** Under every outline, so that it shows on any picture. */
    static final Color SHADE = new Color(0, 0, 0, 150);
    /** Sky blue. */
    static final Color FACE = new Color(0x56, 0xB4, 0xE9);
    /** White, faint. */
    static final Color OTHER_FACE = new Color(255, 255, 255, 150);
    /** Orange. */
    static final Color SPEAKER = new Color(0xE6, 0x9F, 0x00);

    static final Color ON_SPEAKER = Color.BLACK;

    private Palette() {}
}
