package dev.rapt.demo;

import dev.rapt.demo.watch.Breakdown;
import dev.rapt.demo.watch.Counted;
import dev.rapt.demo.watch.TimelineClient;
import dev.rapt.demo.watch.TimelineWatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A small table of the participants, drawn anew every second, or printed every ten where nothing can be drawn. */
final class LiveTable implements AutoCloseable {

    private static final Duration DRAWN = Duration.ofSeconds(1);
    private static final Duration PRINTED = Duration.ofSeconds(10);
    private static final String ROW = "  %-14s %8s   %-12s %9s";

    private final Terminal terminal;
    private final TimelineWatch watch;
    private final TimelineClient client;
    private final Thread thread = new Thread(this::run, "live-table");

    LiveTable(Terminal terminal, TimelineWatch watch, TimelineClient client) {
        this.terminal = terminal;
        this.watch = watch;
        this.client = client;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (true) {
                List<Counted> latest = watch.latest();
                List<Breakdown> breakdowns = new ArrayList<>();
                for (Counted counted : latest) {
                    client.summary(counted.id()).ifPresent(breakdowns::add);
                }
                if (!breakdowns.isEmpty()) {
                    terminal.show(lines(breakdowns, latest));
                }
                Thread.sleep((terminal.isLive() ? DRAWN : PRINTED).toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static List<String> lines(List<Breakdown> breakdowns, List<Counted> latest) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(String.format(ROW, "participant", "frames", "expression", "presence"));
        for (Breakdown breakdown : breakdowns) {
            lines.add(String.format(
                    ROW,
                    breakdown.participantId(),
                    breakdown.frames(),
                    displayed(breakdown.participantId(), latest),
                    breakdown.presence() == null
                            ? "-"
                            : String.format(Locale.ROOT, "%.0f %%", 100 * breakdown.presence())));
        }
        return lines;
    }

    private static String displayed(String participantId, List<Counted> latest) {
        return latest.stream()
                .filter(counted -> counted.id().equals(participantId) && counted.displayed() != null)
                .map(Counted::displayed)
                .findFirst()
                .orElse("-");
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join(6_000);
    }
}
