package dev.rapt.detector.testing;

import dev.rapt.audit.AuditEntry;
import dev.rapt.audit.AuditMessages;
import dev.rapt.audit.log.LogReader;
import dev.rapt.contracts.Topics;
import dev.rapt.kafka.EmbeddedKafka;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the audit log has of a meeting. */
public final class Audited {

    private Audited() {}

    /** Action, actor and outcome of each entry, and its route or why. */
    public static List<String> of(EmbeddedKafka kafka, String meetingId) {
        List<String> told = new ArrayList<>();
        try (LogReader reader = new LogReader(Map.of("bootstrap.servers", kafka.bootstrapServers()), Topics.AUDIT)) {
            reader.read(0, (offset, value) -> {
                AuditEntry entry = AuditMessages.entry(value).orElseThrow();
                if (entry.deed().meetingIds().contains(meetingId)) {
                    told.add(entry.deed().action()
                            + ' '
                            + entry.deed().actor()
                            + ' '
                            + entry.deed().outcome()
                            + ' '
                            + entry.deed().route());
                }
            });
        }
        return told;
    }
}
