package dev.rapt.detector.gallery;

import dev.rapt.detector.face.Box;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Follows anonymous participants through a gallery by where their faces are and by what surrounds them, and numbers them
 * from 1. It never looks whose face it is, so it would rather give somebody a new number than somebody else's:
 *
 * <ul>
 *   <li>A face keeps the number of the nearest one of about its size that was within a face's breadth, if what surrounds
 *       it is still the same. Numbers are never used again.
 *   <li>Who isn't seen is missing, and has their number back when a face is there again within the gap.
 *   <li>When more than half of the faces jump at once, the gallery was laid out anew, and all numbers begin anew.
 * </ul>
 *
 * <p>Two tiles that swap places between two pictures and look alike around the face can't be told from two that stayed.
 * Not safe for several threads at once.
 */
public final class GalleryTracker {

    private static final int REMEMBERED = 16;

    private final long gapMillis;
    private final Map<Long, Seen> history = new LinkedHashMap<>();
    private List<Track> tracks = List.of();
    private int last;
    private long lastCapture;
    private int width;
    private int height;

    /** @param gap how long a place is kept for somebody who isn't seen, by the time of capture */
    public GalleryTracker(Duration gap) {
        this.gapMillis = gap.toMillis();
    }

    /**
     * Takes in what the next composite shows. The same composite again gives the same answer and changes nothing.
     *
     * @param capturedAt in milliseconds since the epoch
     * @param faces in pixels of the composite
     */
    public Sighting see(long capturedAt, List<Box> faces, Backdrop backdrop) {
        Seen before = history.get(capturedAt);
        if (before != null && before.faces.equals(faces)) {
            return before.sighting;
        }
        Sighting sighting = follow(capturedAt, faces, backdrop);
        history.put(capturedAt, new Seen(List.copyOf(faces), sighting.repeated()));
        if (history.size() > REMEMBERED) {
            history.remove(history.keySet().iterator().next());
        }
        return sighting;
    }

    private Sighting follow(long capturedAt, List<Box> faces, Backdrop backdrop) {
        List<Track> known = new ArrayList<>(tracks);
        known.removeIf(track -> Math.abs(capturedAt - track.seenAt()) > gapMillis);
        int visible = (int)
                known.stream().filter(track -> track.seenAt() == lastCapture).count();
        List<Track> now = new ArrayList<>();
        faces.forEach(face -> now.add(new Track(0, face, backdrop.around(face), capturedAt)));
        Optional<Matching> matching =
                sameSize(backdrop) ? Matching.of(known, now, visible, backdrop) : Optional.empty();
        if (matching.isEmpty()) {
            history.clear();
            known.clear();
            last = 0;
        }
        width = backdrop.pictureWidth();
        height = backdrop.pictureHeight();
        int[] predecessors = matching.map(Matching::predecessors).orElseGet(() -> none(faces.size()));
        boolean[] seen = new boolean[known.size()];
        List<Track> next = new ArrayList<>();
        for (int face = 0; face < faces.size(); face++) {
            int predecessor = predecessors[face];
            int number = predecessor < 0 ? ++last : known.get(predecessor).number();
            if (predecessor >= 0) {
                seen[predecessor] = true;
            }
            next.add(now.get(face).as(number));
        }
        List<Sighting.Missing> missing = new ArrayList<>();
        List<Integer> numbers = next.stream().map(Track::number).toList();
        for (int i = 0; i < known.size(); i++) {
            Track track = known.get(i);
            if (!seen[i] && now.stream().noneMatch(track::isInTheWayOf)) {
                missing.add(new Sighting.Missing(track.number(), track.face()));
                next.add(track);
            }
        }
        tracks = next;
        lastCapture = capturedAt;
        return new Sighting(matching.isEmpty(), numbers, missing);
    }

    // The first picture begins the numbers too
    private boolean sameSize(Backdrop backdrop) {
        return width == backdrop.pictureWidth() && height == backdrop.pictureHeight();
    }

    private static int[] none(int faces) {
        int[] none = new int[faces];
        Arrays.fill(none, -1);
        return none;
    }

    private record Seen(List<Box> faces, Sighting sighting) {}
}
