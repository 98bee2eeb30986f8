package dev.rapt.detector.face;

/**
 * What the detector takes for a face, before the landmark model has had its say.
 *
 * @param score in [0, 1]
 * @param rightEye the person's own right eye, on the left of an unmirrored picture
 */
record Candidate(Box box, float score, Point rightEye, Point leftEye) {}
