package dev.rapt.aggregator.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapt.aggregator.event.Scores;
import dev.rapt.contracts.Topics;
import dev.rapt.contracts.v1.Expression;
import dev.rapt.kafka.EmbeddedKafkaResource;
import dev.rapt.meeting.MeetingBook;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What a participant is told and may do: notice, what is measured, and with a personal link their own part. */
@QuarkusTest
@QuarkusTestResource(EmbeddedKafkaResource.class)
class MeIT {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    @TestHTTPResource("/")
    URI root;

    @Inject
    MeetingBook book;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String meeting = "m-" + UUID.randomUUID();
    private final String path = "v1/meetings/" + meeting;

    @Test
    void aPersonSeesDownloadsAndDeletesTheirOwnPartAndNothingElse() throws Exception {
        // Given two people
        declare("individual", false);
        send("ada", 20);
        send("bob", 20);
        await(() -> json(get("v1/meetings/" + meeting)).path("frames").asInt() == 40);

        // When Ada gets two links
        HttpResponse<String> made = ask("POST", path + "/participants/ada/links", "");
        assertThat(made.statusCode()).isEqualTo(201);
        String token = json(made).path("token").asText();
        assertThat(json(made).path("url").asText()).isEqualTo(root + "me.html#" + token);
        assertThat(Instant.parse(json(made).path("expiresAt").asText()))
                .isAfter(Instant.now().plusSeconds(86_400));
        String other = json(ask("POST", path + "/participants/ada/links", ""))
                .path("token")
                .asText();

        // Then she sees her part, and nobody else's
        HttpResponse<String> seen = me("GET", "", token);
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.headers().firstValue("Cache-Control")).contains("no-store");
        JsonNode me = json(seen);
        assertThat(me.path("participantId").asText()).isEqualTo("ada");
        assertThat(me.path("kept").path("frames").asInt()).isEqualTo(20);
        assertThat(me.path("signals").asText()).isEqualTo("attention");
        assertThat(me.path("consent").isNull()).isTrue();
        assertThat(seen.body()).doesNotContain("bob", "valence", "expressions");
        HttpResponse<String> file = me("GET", "/export?format=csv", token);
        assertThat(file.body()).contains(meeting + ",ada,").doesNotContain("bob", "valence", "happy");
        assertThat(me("GET", "/export?format=doc", token).statusCode()).isEqualTo(400);

        // And who has no link, or another meeting's, sees nothing
        assertThat(get("v1/me").statusCode()).isEqualTo(401);
        assertThat(get("v1/me").headers().firstValue("WWW-Authenticate")).contains("Bearer");
        for (String wrong : List.of(
                "x",
                token + "x",
                token.replace('.', ' '),
                token.substring(0, 20),
                "a.b",
                token.substring(0, token.length() - 4) + "AAAA")) {
            HttpResponse<String> refused = me("GET", "", wrong);
            assertThat(refused.statusCode()).as(wrong).isEqualTo(401);
            assertThat(refused.body()).contains("link-unknown").doesNotContain("ada");
        }

        // And no topic has the token, whole or in part
        String secret = token.substring(token.indexOf('.') + 1);
        assertThat(everyByteOf(Topics.MEETING_STATE))
                .contains("/personal-link/")
                .doesNotContain(secret);

        // When she says no, then yes
        String no = "{\"given\":false}";
        assertThat(me("PUT", "/consent", token, no).statusCode()).isEqualTo(200);
        assertThat(book.consent(meeting, "ada").orElseThrow().given()).isFalse();
        assertThat(json(me("GET", "", token)).path("consent").path("given").asBoolean(true))
                .isFalse();
        assertThat(me("PUT", "/consent", token, "{\"given\":true}").statusCode())
                .isEqualTo(400);
        String yes = "{\"given\":true,\"noticeVersion\":\"2026-11\",\"noticeLanguage\":\"de\"}";
        assertThat(me("PUT", "/consent", token, yes).statusCode()).isEqualTo(200);
        assertThat(json(me("GET", "", token))
                        .path("consent")
                        .path("noticeVersion")
                        .asText())
                .isEqualTo("2026-11");
        assertThat(me("PUT", "/consent", "x", no).statusCode()).isEqualTo(401);

        // When she deletes it
        assertThat(me("DELETE", "", token).statusCode()).isEqualTo(204);

        // Then she is gone, and so are her links; Bob isn't
        assertThat(me("GET", "", token).statusCode()).isEqualTo(401);
        assertThat(me("GET", "", other).statusCode()).isEqualTo(401);
        assertThat(book.isErased(meeting, "ada")).isTrue();
        assertThat(ask("POST", path + "/participants/ada/links", "").statusCode())
                .isEqualTo(410);
        String bobs = json(ask("POST", path + "/participants/bob/links", ""))
                .path("token")
                .asText();
        assertThat(json(me("GET", "", bobs)).path("kept").path("frames").asInt())
                .isEqualTo(20);

        // And links that are revoked open nothing
        assertThat(ask("DELETE", path + "/participants/bob/links", "").statusCode())
                .isEqualTo(204);
        assertThat(me("GET", "", bobs).statusCode()).isEqualTo(401);
    }

    @Test
    void inAGroupViewALinkShowsNoFiguresButLetsGo() throws Exception {
        // Given
        declare("group", false);
        send("ada", 20);
        await(() -> json(get(path + "/measuring")).path("state").asText().equals("measuring"));
        String token = link("ada");

        // When, then
        JsonNode me = json(me("GET", "", token));
        assertThat(me.path("figuresHidden").asBoolean()).isTrue();
        assertThat(me.path("kept").isNull()).isTrue();
        assertThat(json(me("GET", "/export?format=csv", token)).path("reason").asText())
                .isEqualTo("group-view");
        assertThat(me("PUT", "/consent", token, "{\"given\":false}").statusCode())
                .isEqualTo(200);
        assertThat(me("DELETE", "", token).statusCode()).isEqualTo(204);
        assertThat(book.isErased(meeting, "ada")).isTrue();
    }

    private String link(String participant) throws Exception {
        return json(ask("POST", path + "/participants/" + participant + "/links", ""))
                .path("token")
                .asText();
    }

    @Test
    void aPseudonymousPersonHasTheirPartToo() throws Exception {
        // Given
        declare("individual", true);
        String pseudonym = book.pseudonyms(meeting).orElseThrow().of("ada");
        send(pseudonym, 5);
        await(() -> json(get("v1/meetings/" + meeting)).path("frames").asInt() == 5);

        // When the bot asks for a link by its own id
        String token = json(ask("POST", path + "/participants/ada/links", ""))
                .path("token")
                .asText();

        // Then it opens what is kept under the pseudonym
        JsonNode me = json(me("GET", "", token));
        assertThat(me.path("participantId").asText()).isEqualTo(pseudonym);
        assertThat(me.path("kept").path("frames").asInt()).isEqualTo(5);
        assertThat(me.path("pseudonymous").asBoolean()).isTrue();
    }

    @Test
    void everybodyIsToldWhatIsMeasured() throws Exception {
        // Given
        await(() -> get(path + "/notice").statusCode() == 404);
        declare("group", false);

        // When, then
        JsonNode notice = json(get(path + "/notice?language=de-AT"));
        assertThat(notice.path("language").asText()).isEqualTo("de");
        assertThat(notice.path("version").asText()).isEqualTo("2026-11");
        assertThat(notice.path("text").asText())
                .contains("Forschung", "nur Werte von Gruppen ab 5 Personen", "2 Tage")
                .contains(root + "notice.html?meeting=" + meeting);
        assertThat(get(path + "/notice?language=xx").statusCode()).isEqualTo(400);
        assertThat(json(get("v1/notices")).path("notices")).hasSize(8);
        assertThat(json(get("v1/notices?language=pl")).path("notices")).hasSize(1);

        JsonNode waiting = json(get(path + "/measuring"));
        assertThat(waiting.path("state").asText()).isEqualTo("waiting");
        assertThat(waiting.path("signals").asText()).isEqualTo("attention");

        // When four come, then a fifth
        for (String who : List.of("p1", "p2", "p3", "p4")) {
            send(who, 1);
        }
        await(() -> json(get(path + "/measuring")).path("state").asText().equals("measuring"));
        JsonNode few = json(get(path + "/measuring"));
        assertThat(few.path("tooFew").asBoolean()).isTrue();
        assertThat(few.path("people").isNull()).isTrue();
        send("p5", 1);
        await(() -> json(get(path + "/measuring")).path("people").asInt() == 5);

        // When it has ended
        ask("POST", path + "/end", "");
        await(() -> json(get(path + "/measuring")).path("state").asText().equals("ended"));
    }

    private void declare(String view, boolean pseudonymous) throws Exception {
        String body = "{\"title\":\"Trial\",\"purpose\":\"research\",\"region\":\"US\",\"signals\":\"attention\","
                + "\"consent\":\"assumed\",\"retention\":\"P2D\",\"view\":\"" + view + "\",\"pseudonymous\":"
                + pseudonymous + "}";
        // A 202 says that it doesn't show yet
        await(() -> List.of(200, 201).contains(ask("PUT", path, body).statusCode()));
    }

    private void send(String who, int frames) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < frames; i++) {
                producer.send(new ProducerRecord<>(
                        Topics.FACE_SCORES,
                        meeting.getBytes(UTF_8),
                        Scores.face(meeting, who, START.plusMillis(500L * i), Expression.EXPRESSION_HAPPY)
                                .toByteArray()));
            }
        }
    }

    private String everyByteOf(String topic) {
        StringBuilder all = new StringBuilder();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    all.append(new String(record.key(), UTF_8)).append('\n');
                    if (record.value() != null) {
                        all.append(new String(record.value(), UTF_8)).append('\n');
                    }
                });
            }
        }
        return all.toString();
    }

    private HttpResponse<String> me(String method, String rest, String token) throws Exception {
        return me(method, rest, token, "");
    }

    private HttpResponse<String> me(String method, String rest, String token, String body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(root.resolve("v1/me" + rest))
                        .method(method, BodyPublishers.ofString(body))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> ask(String method, String where, String body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(root.resolve(where))
                        .method(method, BodyPublishers.ofString(body))
                        .header("Content-Type", "application/json")
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String where) throws Exception {
        return ask("GET", where, "");
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body());
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(deadline);
            Thread.sleep(50);
        }
    }
}
