package dev.rapt.benchmarks.pipeline;

/** The benchmarks that run the packaged services as processes; {@code bin/bench} calls them by name. */
public final class Pipeline {

    private Pipeline() {}

    /** Runs one of them. */
    public static void main(String name, String... arguments) throws Exception {
        switch (name) {
            case "bare" -> BareLoop.main(arguments);
            case "threads" -> ThreadsReport.main(arguments);
            case "peers" -> PeersReport.main(arguments);
            case "pipeline" -> PipelineReport.main(arguments);
            case "soak" -> SoakReport.main(arguments);
            case "scale" -> ScaleReport.main(arguments);
            case "start" -> StartReport.main(arguments);
            case "compare" -> CompareReport.main(arguments);
            case "capacity" -> Capacity.main();
            default -> throw new IllegalArgumentException(name);
        }
    }
}
