package dev.rapt.aggregator.group;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * What is told of a group, or of everybody, in a step.
 *
 * @param group a declared group's name; empty for everybody
 * @param step which step of its minute, from 0
 * @param people of how many people at least, not how many exactly
 * @param figures in millionths, rounded; never empty
 */
public record PublishedRow(String group, int step, int people, Map<GroupFigure, Integer> figures) {

    /** The name of everybody. */
    public static final String EVERYBODY = "";

    public PublishedRow {
        Objects.requireNonNull(group, "group");
        if (step < 0 || people < 1 || figures.isEmpty()) {
            throw new IllegalArgumentException("A row tells something of somebody");
        }
        figures = Collections.unmodifiableMap(new EnumMap<>(figures));
    }
}
