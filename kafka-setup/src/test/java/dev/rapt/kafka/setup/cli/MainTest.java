package dev.rapt.kafka.setup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class MainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theRulesArePrintedAsCommands() {
        // When
        int status = run("acls", "--aggregator", "rapt-agg", "--application-id", "timelines");

        // Then
        assertThat(status).isZero();
        assertThat(out.toString().lines())
                .contains(
                        "kafka-acls.sh --add --allow-principal User:detector --resource-pattern-type literal"
                                + " --topic face-crops --operation Write",
                        "kafka-acls.sh --add --allow-principal User:classifier --resource-pattern-type literal"
                                + " --group rapt-classifier --operation Read",
                        "kafka-acls.sh --add --allow-principal User:rapt-agg --resource-pattern-type prefixed"
                                + " --transactional-id timelines- --operation Write --operation Describe")
                .allMatch(line -> line.startsWith("kafka-acls.sh --add --allow-principal User:"));
    }

    @Test
    void whoeverDoesNotAnswerIsNamedAfterTheWait() {
        // When
        int status = run("check", "--bootstrap", "127.0.0.1:1", "--wait", "0");

        // Then
        assertThat(status).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("bin/topics: Kafka at 127.0.0.1:1 (PLAINTEXT): no broker answers within 1 s");
    }

    @Test
    void aPlanThatCannotBeIsRefused() {
        assertThat(run("create", "--bootstrap", "127.0.0.1:1", "--partitions", "0"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("Partitions must be 1 or more, not 0");
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
