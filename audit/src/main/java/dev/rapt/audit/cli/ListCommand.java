package dev.rapt.audit.cli;

import dev.rapt.audit.AuditEntry;
import dev.rapt.audit.AuditMessages;
import dev.rapt.audit.Deed;
import dev.rapt.audit.log.LogReader;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the log for people, an entry a line. It proves nothing; {@code verify} does. */
@Command(name = "list", description = "Prints the entries, one a line.", mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {

    @Mixin
    private Source source;

    @Option(names = "--meeting", paramLabel = "ID", description = "Only what was about this meeting")
    private Optional<String> meeting;

    @Option(names = "--action", paramLabel = "NAME", description = "Only this action, such as read or erase-meeting")
    private Optional<String> action;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (LogReader reader = source.open()) {
            reader.read(reader.start(source.since()), (offset, value) -> {
                Optional<AuditEntry> entry = AuditMessages.entry(value);
                if (entry.isEmpty()) {
                    out.printf("%d (not an entry, %d bytes)%n", offset, value.length);
                } else if (isWanted(entry.get().deed())) {
                    out.println(offset + " " + line(entry.get()));
                }
            });
        }
        return Main.WHOLE;
    }

    private boolean isWanted(Deed deed) {
        return meeting.map(id -> deed.meetingIds().contains(id)).orElse(true)
                && action.map(name -> deed.action().equals(name)).orElse(true);
    }

    private static String line(AuditEntry entry) {
        Deed deed = entry.deed();
        StringBuilder line = new StringBuilder()
                .append(entry.at())
                .append(' ')
                .append(entry.service())
                .append(' ')
                .append(entry.writer())
                .append('/')
                .append(entry.seq())
                .append(' ')
                .append(deed.action());
        add(line, "actor", deed.actor());
        add(line, "claims", deed.claimedActor());
        add(line, "purpose", deed.purpose());
        add(line, "claimed-purpose", deed.claimedPurpose());
        add(line, "meeting", String.join(",", deed.meetingIds()));
        add(line, "subject", String.join(",", deed.subjects()));
        add(line, "route", deed.route());
        add(line, "outcome", deed.outcome() == 0 ? "" : Integer.toString(deed.outcome()));
        return line.toString();
    }

    private static void add(StringBuilder line, String name, String value) {
        if (!value.isEmpty()) {
            // Whoever claims something must not be able to write a line of their own
            line.append(' ')
                    .append(name)
                    .append("=\"")
                    .append(value.replaceAll("[\\p{Cntrl}\"\\\\]", "?"))
                    .append('"');
        }
    }
}
