package dev.rapt.detector.gallery;

import dev.rapt.detector.face.Box;
import java.util.List;

/**
 * Who is seen in a composite.
 *
 * @param anew whether the numbers begin anew with this one: they have nothing to do with earlier ones
 * @param numbers of the faces, in their order
 * @param missing who was seen lately and isn't now
 */
public record Sighting(boolean anew, List<Integer> numbers, List<Missing> missing) {

    public Sighting {
        numbers = List.copyOf(numbers);
        missing = List.copyOf(missing);
    }

    /** Somebody who isn't seen, and where they were last. */
    public record Missing(int number, Box lastFace) {}

    /** The same, once it has been told. */
    Sighting repeated() {
        return new Sighting(false, numbers, missing);
    }
}
