package dev.rapt.benchmarks.pipeline;

/**
 * What so many concurrent participants at two frames a second need, computed from measured figures; the formulas are those
 * of docs/capacity.md. Whole instances; no spare ones for failures.
 */
record Demand(int participants, Measured measured) {

    private static final double SECONDS_A_MONTH = 730.0 * 3600;

    double framesASecond() {
        return participants * measured.of("frames.a.participant.second");
    }

    /** Processor time a second, in cores, at the share of each core that may be used. */
    double cores(ServiceKind kind) {
        String name = kind.label();
        return (framesASecond() * measured.of(name + ".ms.a.frame")
                        + instances(kind) * measured.of(name + ".idle.ms.a.second"))
                / 1_000
                / measured.of("most.use");
    }

    double cores() {
        double sum = 0;
        for (ServiceKind kind : ServiceKind.values()) {
            sum += cores(kind);
        }
        return sum;
    }

    /** By the frames that one instance holds with its cores, or its one thread, at the share that may be used. */
    int instances(ServiceKind kind) {
        String name = kind.label();
        double one = measured.of(name + ".cores")
                * measured.of("most.use")
                * (1_000 - measured.of(name + ".idle.ms.a.second"))
                / measured.of(name + ".ms.a.frame");
        return (int) Math.max(1, Math.ceil(framesASecond() / one));
    }

    /** At high rates many scores share what a commit costs, so these are far fewer than {@link #instances} says. */
    int leastAggregators() {
        return (int) Math.max(
                1,
                Math.ceil(framesASecond()
                        / (measured.of("most.use") * measured.of("aggregator.scores.a.thread.second"))));
    }

    double memoryGigabytes() {
        double megabytes = 0;
        for (ServiceKind kind : ServiceKind.values()) {
            megabytes += instances(kind) * measured.of(kind.label() + ".mb");
        }
        return megabytes / 1_024;
    }

    /** Partitions that carry frames: each instance of the classifier needs one, and each stream thread. */
    int partitions() {
        return Math.max(instances(ServiceKind.CLASSIFIER), leastAggregators());
    }

    /** What producers send to Kafka, in megabytes a second; the brokers write it as many times as there are replicas. */
    double kafkaMegabytesASecond() {
        return framesASecond()
                * (measured.of("face-crops.bytes.a.frame")
                        + measured.of("face-scores.bytes.a.frame")
                        + measured.of("changelog.bytes.a.frame"))
                / 1e6;
    }

    /** What lies in the brokers' topics with a retention, all replicas together. */
    double kafkaGigabytes() {
        return framesASecond()
                * measured.of("replication")
                * 60
                * (measured.of("face-crops.bytes.a.frame") * measured.of("face-crops.minutes")
                        + measured.of("face-scores.bytes.a.frame") * measured.of("face-scores.minutes"))
                / 1e9;
    }

    /** Timelines of a day's meetings, so many hours a participant's place is used, in the stores and once in a changelog. */
    double timelineGigabytesADay() {
        return participants
                * measured.of("meeting.hours.a.day")
                * measured.of("timeline.bytes.a.participant.hour")
                * (1 + measured.of("replication"))
                / 1e9;
    }

    double ingressMegabitsASecond() {
        return framesASecond() * measured.of("picture.bytes") * 8 / 1e6;
    }

    double costAMonth() {
        return cores() * measured.of("price.a.core.hour") * SECONDS_A_MONTH / 3600;
    }
}
