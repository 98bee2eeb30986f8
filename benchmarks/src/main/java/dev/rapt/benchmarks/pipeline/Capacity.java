package dev.rapt.benchmarks.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table of docs/capacity.md, from the figures of {@code benchmarks/measured.properties}. */
final class Capacity {

    private static final Path FIGURES = Path.of("benchmarks", "measured.properties");
    private static final List<Integer> PARTICIPANTS = List.of(100, 1_000, 10_000);

    private Capacity() {}

    static void main() throws IOException {
        System.out.print(table(Measured.read(FIGURES)));
    }

    /** As Markdown. */
    static String table(Measured measured) {
        List<Demand> demands = PARTICIPANTS.stream()
                .map(people -> new Demand(people, measured))
                .toList();
        StringBuilder table = new StringBuilder();
        row(table, "participants at two frames a second", demands, demand -> number(demand.participants()));
        table.append("|---").append("|---".repeat(demands.size())).append("|\n");
        row(table, "frames a second", demands, demand -> number(demand.framesASecond()));
        row(table, "pictures in, Mbit/s", demands, demand -> number(demand.ingressMegabitsASecond()));
        for (ServiceKind kind : ServiceKind.values()) {
            row(
                    table,
                    kind.label() + "s × cores each",
                    demands,
                    demand -> demand.instances(kind) + " × "
                            + String.format(Locale.ROOT, "%.2f", demand.cores(kind) / demand.instances(kind)));
        }
        row(
                table,
                "aggregators at least, by what one thread counts when it is never idle",
                demands,
                demand -> "" + demand.leastAggregators());
        row(table, "cores of the services", demands, demand -> number(demand.cores()));
        row(table, "memory of the services, GB", demands, demand -> number(demand.memoryGigabytes()));
        row(table, "partitions needed", demands, demand -> "" + demand.partitions());
        row(table, "into Kafka, MB/s", demands, demand -> number(demand.kafkaMegabytesASecond()));
        row(table, "crops and scores on the brokers' disks, GB", demands, demand -> number(demand.kafkaGigabytes()));
        row(
                table,
                "timelines of a day, stores and changelogs, GB",
                demands,
                demand -> number(demand.timelineGigabytesADay()));
        row(table, "a month of the cores, at the stated price", demands, demand -> number(demand.costAMonth()));
        return table.append(ceilings(measured)).toString();
    }

    /** How far one part of the system goes by itself. */
    private static String ceilings(Measured measured) {
        double participant = measured.of("frames.a.participant.second");
        double use = measured.of("most.use");
        double classifier =
                use * (1_000 - measured.of("classifier.idle.ms.a.second")) / measured.of("classifier.ms.a.frame");
        double thread = use * measured.of("aggregator.scores.a.thread.second");
        double partitions = measured.of("partitions");
        double link = use * measured.of("link.mbits.a.second") * 1e6 / 8 / measured.of("picture.bytes");
        return "\n| what is one of | holds, participants |\n|---|---|\n"
                + ceiling("classifier, with its one thread", classifier / participant)
                + ceiling(
                        number(partitions) + " partitions with a classifier each",
                        partitions * classifier / participant)
                + ceiling("stream thread, and so one meeting", thread / participant)
                + ceiling(
                        number(partitions) + " partitions with a stream thread each", partitions * thread / participant)
                + ceiling(
                        "gateway that passes all pictures on over a link of "
                                + number(measured.of("link.mbits.a.second")) + " Mbit/s each way",
                        link / participant);
    }

    private static String ceiling(String what, double participants) {
        return "| " + what + " | " + number(participants) + " |\n";
    }

    private static void row(StringBuilder table, String name, List<Demand> demands, Function<Demand, String> cell) {
        table.append("| ")
                .append(name)
                .append(" | ")
                .append(demands.stream().map(cell).collect(Collectors.joining(" | ")))
                .append(" |\n");
    }

    /** Two significant figures below ten, whole numbers above: more would claim to be known. */
    private static String number(double value) {
        return value < 10 ? String.format(Locale.ROOT, "%.1f", value) : String.format(Locale.ROOT, "%,.0f", value);
    }
}
