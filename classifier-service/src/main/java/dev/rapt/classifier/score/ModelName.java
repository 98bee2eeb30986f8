package dev.rapt.classifier.score;

/**
 * Which model made a figure.
 *
 * @param name its name
 * @param version its version
 */
public record ModelName(String name, String version) {}
