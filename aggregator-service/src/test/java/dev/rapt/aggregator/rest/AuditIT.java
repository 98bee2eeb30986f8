package dev.rapt.aggregator.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.aggregator.event.Scores;
import dev.rapt.audit.AuditEntry;
import dev.rapt.audit.AuditMessages;
import dev.rapt.audit.Deed;
import dev.rapt.audit.Verifier;
import dev.rapt.audit.log.LogReader;
import dev.rapt.contracts.Topics;
import dev.rapt.contracts.v1.Expression;
import dev.rapt.kafka.EmbeddedKafka;
import dev.rapt.kafka.EmbeddedKafkaResource;
import dev.rapt.kafka.InjectKafka;
import dev.rapt.meeting.ParticipantDigest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked over HTTP stands in the audit log when it is answered. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedKafkaResource.class, restrictToAnnotatedClass = true)
class AuditIT {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

    @InjectKafka
    EmbeddedKafka kafka;

    @TestHTTPResource("/")
    URI root;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String meeting = "m-" + UUID.randomUUID();
    private final String participant = "marked-participant-of-the-test";
    private final String path = "v1/meetings/" + meeting;

    @BeforeEach
    void counted() throws Exception {
        await(() -> send("GET", path).statusCode() == 404);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int second = 0; second < 10; second++) {
                producer.send(new ProducerRecord<>(
                        Topics.FACE_SCORES,
                        meeting.getBytes(StandardCharsets.UTF_8),
                        Scores.face(meeting, participant, START.plusSeconds(second), Expression.EXPRESSION_HAPPY)
                                .toByteArray()));
            }
        }
        await(() -> send("GET", path).statusCode() == 200);
    }

    @Test
    void everyReadAndChangeHasItsEntryAndNoEntryHasAnIdOrAValue() throws Exception {
        // When
        int before = entries().size();
        String person = path + "/participants/" + participant;
        HttpResponse<String> timeline = client.send(
                request(person + "/timeline")
                        .header("Rapt-Actor", "Carol <carol@example.org>")
                        .header("Rapt-Purpose", "teaching" + "x".repeat(500))
                        .build(),
                BodyHandlers.ofString());
        send("GET", person + "/summary");
        send("GET", path + "/timelines?participants=" + participant + "&fields=coverage");
        send("GET", path + "/export?format=csv");
        send("GET", path + "/class");
        send("GET", "v1/meetings");
        send("GET", path + "/participants/nobody/timeline");
        HttpResponse<String> listed = send("GET", path + "/participants");
        HttpResponse<String> unchanged = client.send(
                request(path + "/participants")
                        .header(
                                "If-None-Match",
                                listed.headers().firstValue("ETag").orElseThrow())
                        .build(),
                BodyHandlers.ofString());
        send("POST", path + "/end");
        send("DELETE", path);

        // Then each is there once, in order, with what was answered
        assertThat(timeline.statusCode()).isEqualTo(200);
        assertThat(unchanged.statusCode()).isEqualTo(304);
        List<AuditEntry> entries = entries().subList(before, entries().size());
        assertThat(entries)
                .extracting(entry -> entry.deed().action() + " " + entry.deed().route() + " "
                        + entry.deed().outcome())
                .containsExactly(
                        "read GET /v1/meetings/{meetingId}/participants/{participantId}/timeline 200",
                        "read GET /v1/meetings/{meetingId}/participants/{participantId}/summary 200",
                        "read GET /v1/meetings/{meetingId}/timelines 200",
                        "export GET /v1/meetings/{meetingId}/export 200",
                        "read GET /v1/meetings/{meetingId}/participants/{participantId}/timeline 404",
                        "read GET /v1/meetings/{meetingId}/participants 200",
                        "read GET /v1/meetings/{meetingId}/participants 304",
                        "end POST /v1/meetings/{meetingId}/end 200",
                        "erase-meeting DELETE /v1/meetings/{meetingId} 204");
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.deed().meetingIds()).containsExactly(meeting);
            assertThat(entry.deed().actor()).isEqualTo(Deed.UNAUTHENTICATED);
            assertThat(entry.service()).isEqualTo("rapt-aggregator");
        });

        // Then the participant is named by the digest only, and claims are kept as claims
        String digest = ParticipantDigest.of(meeting, participant);
        assertThat(entries.subList(0, 3))
                .allSatisfy(entry -> assertThat(entry.deed().subjects()).containsExactly(digest));
        assertThat(entries.get(3).deed().subjects()).isEmpty();
        Deed claimed = entries.get(0).deed();
        assertThat(claimed.claimedActor()).startsWith("Carol _carol@example.org_");
        assertThat(claimed.claimedPurpose()).startsWith("teachingxxx").hasSize(100);

        // Then nothing that was read, nor whose it is, is in any record, and every link holds
        Verifier verifier = new Verifier(0);
        List<byte[]> values = values();
        for (int offset = 0; offset < values.size(); offset++) {
            verifier.read(offset, values.get(offset));
            assertThat(new String(values.get(offset), StandardCharsets.ISO_8859_1))
                    .doesNotContain(participant)
                    .doesNotContain("coverage", "happy", "format=");
        }
        assertThat(verifier.report(List.of()).breaks()).isEmpty();
    }

    @Test
    void aLiveStreamOpensWhenItsEntryIsThere() throws Exception {
        int before = entries().size();

        HttpResponse<InputStream> stream = client.send(request(path + "/live").build(), BodyHandlers.ofInputStream());
        stream.body().close();
        HttpResponse<String> none = send("GET", "v1/meetings/none-" + meeting + "/live");

        assertThat(stream.statusCode()).isEqualTo(200);
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(entries().subList(before, entries().size()))
                .extracting(entry -> entry.deed().action() + " " + entry.deed().route() + " "
                        + entry.deed().outcome())
                .containsExactly(
                        "listen GET /v1/meetings/{meetingId}/live 200", "listen GET /v1/meetings/{meetingId}/live 404");
    }

    @Test
    void noHeaderOfAnotherInstanceTalksAnybodyOutOfAnEntry() throws Exception {
        int before = entries().size();

        client.send(
                request(path + "/participants")
                        .header("Rapt-Forwarded", "elsewhere:8082")
                        .header("Rapt-Partitions", "own")
                        .build(),
                BodyHandlers.ofString());

        assertThat(entries()).hasSize(before + 1);
    }

    @Test
    void withoutAnAcknowledgementNothingIsTold() throws Exception {
        kafka.stop();
        HttpResponse<String> withheld;
        HttpResponse<String> export;
        HttpResponse<String> listening;
        HttpResponse<String> free;
        try {
            withheld = send("GET", path + "/participants");
            export = send("GET", path + "/export?format=csv");
            listening = send("GET", path + "/live");
            free = send("GET", path + "/class");
        } finally {
            kafka.start();
        }

        for (HttpResponse<String> answer : List.of(withheld, export, listening)) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(answer.body()).contains("audit-unavailable").doesNotContain(participant);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.headers().firstValue("ETag")).isEmpty();
            assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        }
        assertThat(free.body()).doesNotContain("audit-unavailable");
        // Then it goes on, in a new chain
        await(() -> send("GET", path + "/participants").statusCode() == 200);
        Verifier verifier = new Verifier(0);
        List<byte[]> values = values();
        for (int offset = 0; offset < values.size(); offset++) {
            verifier.read(offset, values.get(offset));
        }
        assertThat(verifier.report(List.of()).breaks()).isEmpty();
    }

    private List<byte[]> values() {
        List<byte[]> values = new ArrayList<>();
        try (LogReader reader = new LogReader(Map.of("bootstrap.servers", kafka.bootstrapServers()), Topics.AUDIT)) {
            reader.read(0, (offset, value) -> values.add(value));
        }
        return values;
    }

    private List<AuditEntry> entries() {
        return values().stream()
                .map(value -> AuditMessages.entry(value).orElseThrow())
                .toList();
    }

    private HttpRequest.Builder request(String to) {
        return HttpRequest.newBuilder(root.resolve(to)).timeout(Duration.ofSeconds(30));
    }

    private HttpResponse<String> send(String method, String to) throws Exception {
        return client.send(request(to).method(method, BodyPublishers.noBody()).build(), BodyHandlers.ofString());
    }

    private static void await(Callable<Boolean> until) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!until.call()) {
            assertThat(System.nanoTime() - end).as("in time").isNegative();
            Thread.sleep(50);
        }
    }
}
