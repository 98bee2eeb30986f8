package dev.rapt.aggregator.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The engagement index and what it is made of: Σ wᵢcᵢ / Σ wᵢ over the components that are known, docs/engagement.md. It is
 * a convention, not a measurement: it isn't validated as a measure of engagement.
 *
 * @param index in [0, 1], to the millionth; empty below the least coverage and without a weighted component
 * @param parts the components that weigh something and are known, in the order of {@link Component}
 */
public record Engagement(OptionalDouble index, List<Part> parts) {

    /** The version of the formula; another formula has another one. Weights aren't part of it: they are in every answer. */
    public static final String VERSION = "1";

    private static final double MICRO = 1e6;
    private static final long MICROS = 1_000_000;

    /** What the index may be made of. */
    public enum Component {
        /** Seconds facing, of those whose direction is known or in which the person was away. */
        FACING(Columns.FACING, Columns.NOT_FACING, Columns.AWAY),
        /** Seconds with open eyes, of those in which it can be told. */
        EYES(Columns.EYES_KNOWN, Columns.EYES_CLOSED),
        /** Seconds with a face, of those about which something is known. */
        PRESENCE(Columns.MEASURED, Columns.AWAY),
        /** Time spoken, of that in which it is known who speaks. */
        SPEAKING(Columns.SPOKEN, Columns.SPEECH_KNOWN),
        /** One less the mean corrected probability of a neutral face. */
        EXPRESSIVENESS(Columns.TUNED_SECONDS, Columns.TUNED + Expression.NEUTRAL.ordinal());

        private final int[] columns;

        Component(int... columns) {
            this.columns = columns;
        }

        int[] columns() {
            return columns;
        }

        /** As answers name it. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** In millionths; {@link Field#NONE} when it isn't known. */
        long micro(Cells cells) {
            return switch (this) {
                case FACING -> {
                    long facing = cells.at(Columns.FACING);
                    yield share(facing, facing + cells.at(Columns.NOT_FACING) + cells.at(Columns.AWAY));
                }
                case EYES -> {
                    long known = cells.at(Columns.EYES_KNOWN);
                    yield share(known - cells.at(Columns.EYES_CLOSED), known);
                }
                case PRESENCE -> {
                    long measured = cells.at(Columns.MEASURED);
                    yield share(measured, measured + cells.at(Columns.AWAY));
                }
                case SPEAKING -> share(cells.at(Columns.SPOKEN), cells.at(Columns.SPEECH_KNOWN));
                case EXPRESSIVENESS -> Affect.expressiveness(cells);
            };
        }

        private static long share(long part, long whole) {
            return whole == 0 ? Field.NONE : Math.round(part * MICRO / whole);
        }
    }

    /**
     * A component as it stands.
     *
     * @param value in [0, 1], to the millionth
     * @param weight as configured
     */
    public record Part(Component component, double value, double weight) {}

    public Engagement {
        parts = List.copyOf(parts);
    }

    static Engagement of(Cells cells, EngagementRule rule) {
        List<Part> parts = new ArrayList<>();
        for (Component component : Component.values()) {
            long micro = component.micro(cells);
            if (rule.weight(component) > 0 && micro != Field.NONE) {
                parts.add(new Part(component, micro / MICRO, rule.weight(component)));
            }
        }
        long index = indexMicro(cells, rule);
        return new Engagement(index == Field.NONE ? OptionalDouble.empty() : OptionalDouble.of(index / MICRO), parts);
    }

    /** The index in millionths; {@link Field#NONE} when there is none. */
    static long indexMicro(Cells cells, EngagementRule rule) {
        long all = cells.allSeconds();
        long known = cells.at(Columns.MEASURED) + cells.at(Columns.AWAY);
        // Exactly half counts: known / all ≥ least
        if (known == 0 || known < rule.leastCoverage() * all) {
            return Field.NONE;
        }
        double sum = 0;
        double weights = 0;
        for (Component component : Component.values()) {
            double weight = rule.weight(component);
            long micro = weight > 0 ? component.micro(cells) : Field.NONE;
            if (micro != Field.NONE) {
                sum += weight * micro;
                weights += weight;
            }
        }
        return weights == 0 ? Field.NONE : Math.min(MICROS, Math.round(sum / weights));
    }
}
