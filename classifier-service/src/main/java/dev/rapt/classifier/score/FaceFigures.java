package dev.rapt.classifier.score;

/**
 * What the detector measured of a face, in the form of the event that brought it: it is carried on whole, figures of
 * detectors to come included, and nobody here looks into it. The array is shared, not copied; nobody writes to it.
 *
 * @param event the contract's FaceFigures, checked to be readable and to hold numbers only
 */
public record FaceFigures(byte[] event) {

    /** The size only. */
    @Override
    public String toString() {
        return "FaceFigures[" + event.length + " bytes]";
    }
}
