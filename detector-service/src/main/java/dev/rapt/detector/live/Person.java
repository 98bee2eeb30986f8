package dev.rapt.detector.live;

import dev.rapt.display.ExpressionSmoother;
import java.util.Optional;

/** One participant as the frames, the scores and the meeting's log tell of them. Guarded by its {@link LivePictures}. */
final class Person {

    static final String CAMERA_OFF = "camera off";

    private static final int LONGEST_NAME = 60;

    private final String id;
    private String name = "";
    private Optional<Kept> kept = Optional.empty();
    private final ExpressionSmoother smoother = new ExpressionSmoother();
    private Optional<LiveLabel> label = Optional.empty();
    private boolean here;
    private long presenceAt = Long.MIN_VALUE;
    private boolean cameraOff;
    private long cameraAt = Long.MIN_VALUE;
    private boolean speaking;
    private boolean silenceIsReported;
    private long speechAt = Long.MIN_VALUE;

    Person(String id) {
        this.id = id;
    }

    /** What to call them: the name that the meeting shows, else the id. */
    String name() {
        return name.isEmpty() ? id : name;
    }

    Optional<Kept> kept() {
        return kept;
    }

    boolean speaking() {
        return speaking;
    }

    /** Whether a tile is theirs: they send pictures, or the log says that they are there. */
    boolean isThere() {
        return kept.isPresent() || here;
    }

    /** Why there is no picture of them. */
    String whyDark() {
        return cameraOff ? CAMERA_OFF : "no frames";
    }

    void keep(Kept frame) {
        kept = Optional.of(frame);
    }

    void drop() {
        kept = Optional.empty();
    }

    /** Smooths what is displayed; false when it is older than what is known. */
    boolean scored(LiveScore score) {
        if (label.isPresent() && label.get().capturedAt() > score.capturedAt()) {
            return false;
        }
        label = Optional.of(new LiveLabel(score.capturedAt(), text(score)));
        return true;
    }

    private String text(LiveScore score) {
        if (score.expression() instanceof LiveScore.Probabilities seven) {
            return smoother.next(score.capturedAt(), seven.values()).text().replace('-', ' ');
        }
        return ((LiveScore.None) score.expression()).why();
    }

    /** Nothing is said of the expression any more. */
    void unlabel() {
        label = Optional.empty();
    }

    /** The label that belongs to a frame of that time. */
    String labelAt(long capturedAt, long mostApart) {
        return label.filter(it -> Math.abs(it.capturedAt() - capturedAt) <= mostApart)
                .map(LiveLabel::text)
                .orElse("");
    }

    void joined(String givenName, long at) {
        if (at >= presenceAt) {
            presenceAt = at;
            here = true;
            String clean = clean(givenName);
            name = clean.isEmpty() ? name : clean;
        }
    }

    /** True when a picture from before must go. */
    boolean left(long at) {
        if (at < presenceAt) {
            return false;
        }
        presenceAt = at;
        here = false;
        silent(at);
        return keptIsFromBefore(at);
    }

    /** True when a picture from before must go. */
    boolean camera(boolean on, long at) {
        if (at < cameraAt) {
            return false;
        }
        cameraAt = at;
        cameraOff = !on;
        return cameraOff && keptIsFromBefore(at);
    }

    /** True when it is news. */
    boolean speaks(boolean withSilence, long at) {
        if (at < speechAt) {
            return false;
        }
        speechAt = at;
        speaking = true;
        silenceIsReported = withSilence;
        return true;
    }

    void silent(long at) {
        if (at >= speechAt) {
            speechAt = at;
            speaking = false;
        }
    }

    /** Somebody else speaks, by a source that doesn't report silence. */
    void displaced(long at) {
        if (speaking && !silenceIsReported) {
            silent(at);
        }
    }

    private boolean keptIsFromBefore(long at) {
        return kept.isPresent() && kept.get().capturedAt() <= at;
    }

    /** A name comes from outside: one line of bounded length. */
    private static String clean(String text) {
        int[] points = text.codePoints()
                .filter(point -> !Character.isISOControl(point) && Character.getType(point) != Character.FORMAT)
                .limit(LONGEST_NAME)
                .toArray();
        return new String(points, 0, points.length).strip();
    }
}
