package dev.rapt.detector.live.draw;

/** The two weights that are used. Not safe for several threads at once. */
record Fonts(Lettering regular, Lettering bold) {

    static Fonts load() {
        return new Fonts(Lettering.regular(), Lettering.bold());
    }
}
