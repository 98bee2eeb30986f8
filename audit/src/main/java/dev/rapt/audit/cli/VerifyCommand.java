package dev.rapt.audit.cli;

import dev.rapt.audit.Break;
import dev.rapt.audit.ChainState;
import dev.rapt.audit.LogHead;
import dev.rapt.audit.Report;
import dev.rapt.audit.Verifier;
import dev.rapt.audit.log.LogReader;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reads the log, and says whether every link of it holds. */
@Command(
        name = "verify",
        description =
                "Says whether every link of the log holds; if not, names the first that doesn't. Exit code 0 or 1;"
                        + " 2 when it can't be found out.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    private static final int MORE = 9;

    @Mixin
    private Source source;

    @Option(
            names = "--expect",
            paramLabel = "HEAD",
            arity = "1..*",
            description = "Heads that were noted before, as this command prints them: the log must begin with what they"
                    + " stand for")
    private List<String> expected = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<LogHead> heads = expected.stream().map(LogHead::parse).toList();
        try (LogReader reader = source.open()) {
            long start = reader.start(source.since());
            Verifier verifier = new Verifier(start);
            reader.read(start, verifier::read);
            Report report = verifier.report(heads);
            print(report, heads.size());
            return report.breaks().isEmpty() ? Main.WHOLE : Main.BROKEN;
        }
    }

    private void print(Report report, int expectations) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%d entries in %d chains, from offset %d%n",
                report.entries(), report.chains().size(), report.start());
        if (report.start() > 0) {
            out.println(report.proven()
                    .map(head -> "What is older isn't read or isn't kept; the order of all is proven after offset "
                            + head.offset())
                    .orElse("What is older isn't read or isn't kept; nobody has seen what is left, so only the chains"
                            + " were proven"));
        }
        for (ChainState chain : report.chains()) {
            out.printf(
                    "chain %s of %s: %d entries, to seq %d at %s, %s%n",
                    chain.writer(), chain.service(), chain.entries(), chain.seq(), chain.at(), chain.hash());
        }
        long seen = report.chains().stream()
                .mapToLong(chain -> chain.witness().offset())
                .max()
                .orElse(-1);
        out.printf("Seen by a writer: up to offset %d%n", seen);
        report.head().ifPresent(head -> out.printf("Head, to be noted elsewhere: %s%n", head));
        result(out, report.breaks(), expectations);
    }

    private static void result(PrintWriter out, List<Break> breaks, int expectations) {
        Optional<Break> first = breaks.stream().findFirst();
        if (first.isEmpty()) {
            out.println(
                    expectations == 0 ? "Every link holds." : "Every link holds, and every expected head is there.");
            return;
        }
        out.printf("BROKEN at %s%n", first.get());
        breaks.stream().skip(1).limit(MORE).forEach(more -> out.printf("  then at %s%n", more));
        if (breaks.size() > MORE + 1) {
            out.printf("  and %d more%n", breaks.size() - MORE - 1);
        }
    }
}
