package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.ReportsConfig;
import dev.rapt.aggregator.report.MarkerReport;
import dev.rapt.aggregator.report.Moments;
import dev.rapt.aggregator.report.QuietWatch;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes the rules of the reports of the settings. */
@ApplicationScoped
class ReportRules {

    /** Nothing is ever told of fewer people of a class. */
    private static final int FEWEST = 5;

    private final ReportsConfig settings;

    ReportRules(AggregatorConfig config) {
        this.settings = config.reports();
    }

    MarkerReport.Rules markers() {
        return new MarkerReport.Rules(
                settings.markers().coverage(), settings.markers().confidence());
    }

    int leastPeople() {
        return Math.max(FEWEST, settings.classView().people());
    }

    QuietWatch.Rules quiet() {
        ReportsConfig.ClassView view = settings.classView();
        return new QuietWatch.Rules(view.smoothing(), view.level(), view.drop(), view.lasting());
    }

    Moments.Rules moments() {
        ReportsConfig.Moments moments = settings.moments();
        return new Moments.Rules(
                moments.neighbours(),
                moments.score(),
                moments.leastScale(),
                moments.prominence(),
                moments.distance(),
                moments.most(),
                moments.people(),
                moments.share());
    }
}
