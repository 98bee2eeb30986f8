package dev.rapt.aggregator;

import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

/** What reports tell; docs/reports.md says how it is computed. */
public interface ReportsConfig {

    /** The report of a marker. */
    MarkerReports markers();

    /** The view of a room as a group. */
    @WithName("class")
    ClassView classView();

    /** The moments of a meeting. */
    Moments moments();

    /** The report of a marker. */
    interface MarkerReports {
        /** The time just before a marker with which each person is compared, when none is asked for. */
        @WithDefault("60s")
        Duration baseline();

        /** The longest that may be asked for. */
        @WithDefault("1h")
        Duration maxBaseline();

        /** How much of the baseline and of the marker must be known of a person, as a share. */
        @WithDefault("0.5")
        double coverage();

        /** The confidence of the intervals. */
        @WithDefault("0.95")
        double confidence();

        /** How many markers may be compared in one answer. */
        @WithDefault("20")
        int most();
    }

    /** The view of a room as a group. */
    interface ClassView {
        /** Of fewer people nothing is told; less than 5 counts as 5. */
        @WithDefault("5")
        int people();

        /** Over how much time attention is taken for the quiet alerts. */
        @WithDefault("60s")
        Duration smoothing();

        /** Over how much time its usual level is taken. */
        @WithDefault("10m")
        Duration level();

        /** How far below the level it must sink, as a share of all known time. */
        @WithDefault("0.2")
        double drop();

        /** For how long. */
        @WithDefault("60s")
        Duration lasting();
    }

    /** The moments of a meeting. */
    interface Moments {
        /** Over how many steps of 5 s to both sides a series is smoothed. */
        @WithDefault("1")
        int neighbours();

        /** How many robust standard deviations from the median a peak is at least. */
        @WithDefault("3")
        double score();

        /** What the robust standard deviation is taken for at least. */
        @WithDefault("0.05")
        double leastScale();

        /** How far a peak stands out from what is around it at least. */
        @WithDefault("0.1")
        double prominence();

        /** How far apart two peaks are at least. */
        @WithDefault("30s")
        Duration distance();

        /** The most peaks and the most dips of a series, and the most stretches of smiling. */
        @WithDefault("5")
        int most();

        /** The fewest people who smile together. */
        @WithDefault("2")
        int people();

        /** The least share of those whose expression is displayed who do. */
        @WithDefault("0.3333")
        double share();
    }
}
