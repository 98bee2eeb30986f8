package dev.rapt.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapt.audit.AuditMessages;
import dev.rapt.audit.Break;
import dev.rapt.audit.Deeds;
import dev.rapt.audit.LogHead;
import dev.rapt.audit.Report;
import dev.rapt.audit.Verifier;
import dev.rapt.audit.cli.Command;
import dev.rapt.contracts.Topics;
import dev.rapt.kafka.EmbeddedKafka;
import dev.rapt.kafka.KafkaTopics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Several processes' chains in a real broker's topic, and what the command says of it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuditLogIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LITTLE = Duration.ofSeconds(1);
    private static final int EACH = 200;

    @TempDir
    static Path directory;

    private static EmbeddedKafka kafka;

    @BeforeAll
    static void start() {
        kafka = EmbeddedKafka.start(EmbeddedKafka.Settings.onFreePort(directory));
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    @Order(1)
    void nothingIsWrittenWhileThereIsNoTopicAndNoneIsMade() throws Exception {
        try (AuditLog log = open("early", LITTLE, Duration.ofMinutes(1))) {
            assertThatThrownBy(() -> join(log.append(Deeds.read("m")))).hasCauseInstanceOf(NotWrittenException.class);
            assertThat(log.obstacle()).isPresent();
        }
        try (Admin admin = Admin.create(settings())) {
            assertThat(admin.listTopics().names().get()).doesNotContain(Topics.AUDIT);
        }
    }

    @Test
    @Order(2)
    void twoProcessesAndOneThatStartsAnewMakeALogThatHolds() throws Exception {
        KafkaTopics.create(kafka.bootstrapServers(), 1);
        try (AuditLog one = open("one", Duration.ofMillis(300));
                AuditLog two = open("two", Duration.ofMinutes(1))) {
            // When both write at once, many together
            List<CompletionStage<Void>> written = new ArrayList<>();
            for (int i = 0; i < EACH; i++) {
                written.add(one.append(Deeds.read("m" + i)));
                written.add(two.append(Deeds.read("n" + i)));
            }
            written.forEach(AuditLogIT::join);
            // When one of them is asked for what it wrote after the other, it has seen that
            join(two.append(Deeds.read("last")));
        }
        try (AuditLog anew = open("one", Duration.ofMinutes(1))) {
            join(anew.append(Deeds.read("anew")));
        }

        // Then the log holds, with three chains that know of each other
        Report report = verify(Topics.AUDIT);
        assertThat(report.breaks()).isEmpty();
        assertThat(report.chains()).hasSize(3);
        assertThat(report.entries()).isGreaterThanOrEqualTo(2 * EACH + 2 + 3);
        assertThat(report.chains().get(2).witness().offset()).isEqualTo(report.entries() - 3);
        Command command = Command.run("verify", "--bootstrap", kafka.bootstrapServers());
        assertThat(command.code()).as(command.out()).isZero();
        assertThat(command.out())
                .contains(report.entries() + " entries in 3 chains, from offset 0")
                .contains("Head, to be noted elsewhere: " + report.head().orElseThrow())
                .contains("Every link holds.");
        assertThat(Command.run(
                                "verify",
                                "--bootstrap",
                                kafka.bootstrapServers(),
                                "--expect",
                                report.head().orElseThrow().toString())
                        .code())
                .isZero();
    }

    @Test
    @Order(3)
    void whoHasNothingToTellStillSaysWhatItHasSeen() throws Exception {
        try (AuditLog quiet = open("quiet", Duration.ofMillis(200));
                AuditLog busy = open("busy", Duration.ofMinutes(1))) {
            join(quiet.append(Deeds.read("before")));
            join(busy.append(Deeds.read("seen")));
            long told = offsetOf("seen");

            // Then quiet witnesses it, once
            await(() -> verify(Topics.AUDIT).chains().stream()
                    .filter(chain -> chain.service().equals("quiet"))
                    .anyMatch(chain -> chain.witness().offset() >= told));
            int size = records(Topics.AUDIT).size();
            Thread.sleep(1_000);
            assertThat(records(Topics.AUDIT)).hasSize(size);
        }
    }

    @Test
    @Order(4)
    @Tag("long")
    void anOutageEndsAChainAndBreaksNone() {
        try (AuditLog log = open("outage", LITTLE.multipliedBy(2), Duration.ofMinutes(1))) {
            await(() -> isWritten(log));
            kafka.stop();
            assertThatThrownBy(() -> join(log.append(Deeds.read("during")))).isInstanceOf(CompletionException.class);
            kafka.start();
            await(() -> isWritten(log));
        }
        Report report = verify(Topics.AUDIT);
        assertThat(report.breaks()).isEmpty();
        assertThat(report.chains().stream().filter(chain -> chain.service().equals("outage")))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    @Order(5)
    void theCommandNamesTheFirstBrokenLinkOfATamperedCopy() throws Exception {
        List<byte[]> original = records(Topics.AUDIT);

        // Given copies: as it was, with one byte flipped, with one entry less, two swapped, one twice, the end cut off
        copy("as-it-was", original);
        List<byte[]> flipped = new ArrayList<>(original);
        byte[] changed = original.get(50).clone();
        changed[changed.length / 2] ^= 1;
        flipped.set(50, changed);
        copy("flipped", flipped);
        List<byte[]> removed = new ArrayList<>(original);
        removed.remove(50);
        copy("removed", removed);
        List<byte[]> swapped = new ArrayList<>(original);
        swapped.set(50, original.get(51));
        swapped.set(51, original.get(50));
        copy("swapped", swapped);
        List<byte[]> inserted = new ArrayList<>(original);
        inserted.add(60, original.get(50));
        copy("inserted", inserted);
        copy("cut", original.subList(0, original.size() - 5));
        LogHead noted = verify(Topics.AUDIT).head().orElseThrow();

        // Then
        assertThat(of("as-it-was", noted).code()).isZero();
        assertThat(of("flipped", noted)).returns(1, Command::code);
        assertThat(of("flipped", noted).out()).contains("BROKEN at offset 50");
        assertThat(first(verify("removed"))).isBetween(50L, 120L);
        assertThat(of("removed", noted).code()).isEqualTo(1);
        assertThat(first(verify("swapped"))).isBetween(50L, 120L);
        assertThat(of("swapped", noted).code()).isEqualTo(1);
        assertThat(of("inserted", noted).out()).contains("BROKEN at offset 60");
        assertThat(verify("cut").breaks()).isEmpty();
        assertThat(of("cut", noted))
                .returns(1, Command::code)
                .extracting(Command::out)
                .asString()
                .contains("cut off");
        assertThat(Command.run("verify", "--bootstrap", kafka.bootstrapServers(), "--topic", "nowhere")
                        .code())
                .isEqualTo(2);
    }

    @Test
    @Order(6)
    void theCommandListsEntriesReadably() {
        Command listed = Command.run("list", "--bootstrap", kafka.bootstrapServers(), "--meeting", "anew");

        assertThat(listed.code()).isZero();
        assertThat(listed.out().lines())
                .singleElement()
                .asString()
                .contains(" read actor=\"unauthenticated\" claims=\"carol\" purpose=\"research\"")
                .contains("subject=\"00112233445566778899aabbccddeeff\"")
                .contains("outcome=\"200\"");
    }

    private static long offsetOf(String meetingId) {
        List<byte[]> values = records(Topics.AUDIT);
        return IntStream.range(0, values.size())
                .filter(offset -> AuditMessages.entry(values.get(offset))
                        .orElseThrow()
                        .deed()
                        .meetingIds()
                        .contains(meetingId))
                .findFirst()
                .orElseThrow();
    }

    private static long first(Report report) {
        return report.breaks().stream().findFirst().map(Break::offset).orElse(-1L);
    }

    private static Command of(String topic, LogHead noted) {
        return Command.run(
                "verify", "--bootstrap", kafka.bootstrapServers(), "--topic", topic, "--expect", noted.toString());
    }

    private static boolean isWritten(AuditLog log) {
        try {
            join(log.append(Deeds.read("m")));
            return true;
        } catch (CompletionException e) {
            return false;
        }
    }

    private static AuditLog open(String service, Duration witnessEvery) {
        return open(service, PATIENCE, witnessEvery);
    }

    private static AuditLog open(String service, Duration patience, Duration witnessEvery) {
        AuditLog log = new AuditLog(settings(), new AuditSettings(service, patience, witnessEvery, 1_000));
        log.open();
        return log;
    }

    private static Map<String, Object> settings() {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }

    private static void join(CompletionStage<Void> stage) {
        stage.toCompletableFuture().join();
    }

    private static void await(BooleanSupplier until) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!until.getAsBoolean()) {
            assertThat(System.nanoTime() - end).isNegative();
            CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS))
                    .join();
        }
    }

    private static void copy(String topic, List<byte[]> values) throws Exception {
        try (Admin admin = Admin.create(settings())) {
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        }
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings(), new ByteArraySerializer(), new ByteArraySerializer())) {
            values.forEach(value -> producer.send(new ProducerRecord<>(topic, 0, null, value)));
        }
    }

    private static List<byte[]> records(String topic) {
        List<byte[]> values = new ArrayList<>();
        try (LogReader reader = new LogReader(settings(), topic)) {
            reader.read(0, (offset, value) -> values.add(value));
        }
        return values;
    }

    private static Report verify(String topic) {
        Verifier verifier = new Verifier(0);
        List<byte[]> values = records(topic);
        for (int i = 0; i < values.size(); i++) {
            verifier.read(i, values.get(i));
        }
        return verifier.report(List.of());
    }
}
