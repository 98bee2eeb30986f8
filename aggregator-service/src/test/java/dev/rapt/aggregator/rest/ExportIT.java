package dev.rapt.aggregator.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapt.aggregator.event.Events;
import dev.rapt.aggregator.event.Scores;
import dev.rapt.aggregator.export.Duck;
import dev.rapt.contracts.Keys;
import dev.rapt.contracts.Topics;
import dev.rapt.contracts.v1.AbsenceReason;
import dev.rapt.contracts.v1.Expression;
import dev.rapt.contracts.v1.FaceScore;
import dev.rapt.contracts.v1.MeetingEvent;
import dev.rapt.kafka.EmbeddedKafkaResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Exports, read with other tools, over a real broker. */
@QuarkusTest
@QuarkusTestResource(EmbeddedKafkaResource.class)
class ExportIT {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PARTITIONS = 4;

    /** Where the answer of a timeline has what the export has in a column, for one of each kind at least. */
    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("frames", "/frames"),
            Map.entry("absentFrames", "/absentFrames"),
            Map.entry("awaySeconds", "/awaySeconds"),
            Map.entry("coverage", "/coverage"),
            Map.entry("facingSeconds", "/facingSeconds"),
            Map.entry("facing", "/facing"),
            Map.entry("eyesOpen", "/eyesOpen"),
            Map.entry("happy", "/expressions/happy"),
            Map.entry("displayed", "/displayed"),
            Map.entry("displayedShares.neutral", "/displayedShares/neutral"),
            Map.entry("dominant", "/dominant"),
            Map.entry("valence", "/valence"),
            Map.entry("engagementIndex", "/engagement/index"),
            Map.entry("confidence", "/confidence"),
            Map.entry("yaw", "/pose/yaw"),
            Map.entry("eyeDistance", "/quality/eyeDistance"),
            Map.entry("speakingSeconds", "/speaking/seconds"),
            Map.entry("speakingShare", "/speaking/share"));

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    @TestHTTPResource("/")
    URI root;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String meeting = "m:" + UUID.randomUUID();
    private final String path = "v1/meetings/" + meeting;
    private KafkaProducer<byte[], byte[]> producer;

    @BeforeEach
    void ready() throws Exception {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArraySerializer(), new ByteArraySerializer());
        await(() -> get("v1/meetings").statusCode() == 200);
    }

    @AfterEach
    void close() {
        producer.close();
    }

    @Test
    void isTheTimelinesRowByRowWhoeverReadsIt() throws Exception {
        // Given two people, one of whom laughs, goes away and comes back, and speaks
        twoPeople();
        List<List<Object>> expected = new ArrayList<>();
        expected.addAll(timeline("ada", "=Ada, \"A\""));
        expected.addAll(timeline("bob", null));
        assertThat(expected).hasSizeGreaterThan(20);
        List<String> fields = COLUMNS.keySet().stream().toList();
        String query = path + "/export?resolution=5s&fields=" + String.join(",", fields) + "&format=";

        // When
        Path directory = Files.createTempDirectory(Path.of("target"), "export");
        Path csv = Duck.file(directory, "x.csv", bytes(query + "csv", "text/csv; charset=utf-8"));
        Path jsonl = Duck.file(directory, "x.jsonl", bytes(query + "jsonl", "application/x-ndjson"));
        Path parquet = Duck.file(directory, "x.parquet", bytes(query + "parquet", "application/vnd.apache.parquet"));

        // Then
        try (Duck duck = new Duck()) {
            assertThat(duck.ask("SELECT * FROM '" + parquet + "'")).isEqualTo(expected);
            assertThat(duck.ask(
                            select(fields, "name") + " FROM read_json('" + jsonl + "', format='newline_delimited')"))
                    .isEqualTo(expected);
            // A name that a spreadsheet would run is disarmed in CSV only
            assertThat(duck.ask(select(fields, "ltrim(name, '''')") + " FROM read_csv('" + csv + "')"))
                    .isEqualTo(expected);
            assertThat(duck.ask("SELECT DISTINCT name FROM read_csv('" + csv + "') WHERE participantId = 'ada'"))
                    .containsExactly(List.of("'=Ada, \"A\""));
            assertThat(duck.ask(
                            "SELECT decode(key) || ': ' || decode(value) FROM parquet_kv_metadata('" + parquet + "')"))
                    .contains(List.of("rapt.meeting: " + meeting), List.of("rapt.engagement.version: 1"))
                    .anyMatch(note -> note.toString().contains("not validated as a measure of engagement"));
        }
    }

    @Test
    void isOnlyWhatIsAskedFor() throws Exception {
        twoPeople();

        // When
        HttpResponse<String> some = get(path + "/export?format=jsonl&participants=bob&fields=frames,expressions"
                + "&resolution=10s&from=2026-01-05T10:00:10Z&to=2026-01-05T10:00:30Z");
        HttpResponse<String> none = get(path + "/export?fields=frames&from=2027-01-05T10:00:00Z");

        // Then
        assertThat(some.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"rapt-" + meeting.replace(':', '_') + ".jsonl\"");
        List<JsonNode> rows = new ArrayList<>();
        for (String line : some.body().split("\n")) {
            rows.add(JSON.readTree(line));
        }
        assertThat(rows)
                .extracting(row -> row.path("start").asText())
                .containsExactly("2026-01-05T10:00:10.000Z", "2026-01-05T10:00:20.000Z");
        assertThat(rows.get(0).fieldNames())
                .toIterable()
                .containsExactly(
                        "meetingId",
                        "participantId",
                        "name",
                        "start",
                        "end",
                        "frames",
                        "angry",
                        "disgust",
                        "fear",
                        "happy",
                        "sad",
                        "surprise",
                        "neutral");
        assertThat(none.body()).isEqualTo("meetingId,participantId,name,start,end,frames\r\n");
    }

    @Test
    void refusesWhatCannotBeExportedBeforeTheFirstByte() throws Exception {
        score(Scores.face(meeting, "ada", START, Expression.EXPRESSION_HAPPY));
        await(() -> get(path).statusCode() == 200);

        assertProblem(path + "/export?format=xlsx", 400, "bad-format");
        assertProblem(path + "/export?fields=mood", 400, "bad-fields");
        assertProblem(path + "/export?resolution=7s", 400, "bad-resolution");
        assertProblem(path + "/export?participants=eve", 404, "participant-unknown");
        assertProblem("v1/meetings/nobody/export", 404, "meeting-unknown");
        erase();
        assertProblem(path + "/export", 410, "meeting-erased");
    }

    @Test
    void letsOnlySoManyRunAndStopsForWhoeverGoesAwayOrTakesNothing() throws Exception {
        // Given a meeting with far more rows than fit on the way, and two clients that take nothing
        long brokenOff = brokenOff();
        month("ada");
        try (SlowClient leaver = new SlowClient(root, path + "/export?resolution=5s");
                SlowClient sleeper = new SlowClient(root, path + "/export?resolution=5s")) {
            assertThat(leaver.head()).contains("200 OK").contains("text/csv");
            assertThat(sleeper.head()).contains("200 OK");

            // When a third one comes
            HttpResponse<String> third = get(path + "/export");

            // Then
            assertThat(third.statusCode()).isEqualTo(429);
            assertThat(third.headers().firstValue("Retry-After")).isPresent();
            assertThat(JSON.readTree(third.body()).path("reason").asText()).isEqualTo("too-many-exports");

            // When one client leaves
            leaver.close();

            // Then its work stops, and so does that for the one who took nothing for too long
            await(() -> brokenOff() == brokenOff + 2 && metric("rapt_exports_running") == 0);
            assertThat(sleeper.rest().ended()).isFalse();

            // Then the places are free again
            assertThat(get(path + "/export?resolution=1h").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void breaksOffWhenTheMeetingIsErasedOnTheWay() throws Exception {
        // Given an export that is in the midst of the first of two people
        month("ada");
        month("bob");
        try (SlowClient slow = new SlowClient(root, path + "/export?resolution=5s&fields=frames")) {
            slow.head();

            // When
            erase();
            SlowClient.Rest rest = slow.rest();

            // Then there is nothing of the second, and no end as if the first were all
            assertThat(rest.text()).contains(",ada,").doesNotContain(",bob,");
            assertThat(rest.ended()).isFalse();
        }
    }

    /** One frame, and another one three weeks later: every step between them is a row. */
    private void month(String participant) throws Exception {
        score(Scores.face(meeting, participant, START, Expression.EXPRESSION_HAPPY));
        score(Scores.face(meeting, participant, START.plus(Duration.ofDays(20)), Expression.EXPRESSION_SAD));
        await(() -> json(path + "/participants/" + participant + "/summary")
                        .path("frames")
                        .asInt()
                == 2);
    }

    private void twoPeople() throws Exception {
        for (int i = 0; i < 90; i++) {
            Instant at = START.plusMillis(1_000L * i + 120);
            boolean away = i >= 40 && i < 60;
            score(
                    away
                            ? Scores.absent(meeting, "ada", at, AbsenceReason.ABSENCE_REASON_NO_FACE)
                            : Scores.face(
                                    meeting,
                                    "ada",
                                    at,
                                    i < 20 ? Expression.EXPRESSION_HAPPY : Expression.EXPRESSION_NEUTRAL));
            if (i >= 10 && i < 50) {
                score(Scores.seen(meeting, "bob", at, i < 30 ? 2f : 60f, 1f));
            }
        }
        log(Events.joined(meeting, "ada", START, "=Ada, \"A\""));
        log(Events.speechOn(meeting, "ada", START.plusMillis(6_500)));
        log(Events.speechOff(meeting, "ada", START.plusMillis(17_250)));
        await(() -> json(path).path("frames").asInt() == 130
                && json(path).path("activeSpeaker").path("state").asText().equals("silent"));
    }

    /** The rows that are expected, as the timeline tells them. */
    private List<List<Object>> timeline(String participant, String name) throws Exception {
        List<List<Object>> rows = new ArrayList<>();
        for (JsonNode bucket : json(path + "/participants/" + participant + "/timeline?resolution=5s")
                .path("buckets")) {
            List<Object> row = new ArrayList<>();
            row.add(meeting);
            row.add(participant);
            row.add(name);
            row.add(Instant.parse(bucket.path("start").asText()));
            row.add(Instant.parse(bucket.path("end").asText()));
            for (Map.Entry<String, String> column : COLUMNS.entrySet()) {
                row.add(value(bucket.at(column.getValue())));
            }
            rows.add(row);
        }
        return rows;
    }

    private static Object value(JsonNode node) {
        if (node.isIntegralNumber()) {
            return node.longValue();
        }
        return node.isNumber() ? (Object) node.doubleValue() : node.textValue();
    }

    private static String select(List<String> fields, String name) {
        List<String> columns = new ArrayList<>(List.of(
                "meetingId", "participantId", name, "CAST(start AS TIMESTAMPTZ)", "CAST(\"end\" AS TIMESTAMPTZ)"));
        fields.forEach(field -> columns.add('"' + field + '"'));
        return "SELECT " + String.join(", ", columns);
    }

    private void assertProblem(String path, int status, String reason) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
        assertThat(JSON.readTree(answer.body()).path("reason").asText()).isEqualTo(reason);
    }

    private byte[] bytes(String path, String mediaType) throws Exception {
        HttpResponse<byte[]> answer =
                client.send(HttpRequest.newBuilder(root.resolve(path)).build(), BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers()
                        .firstValue("Content-Type")
                        .orElse("")
                        .replace(" ", "")
                        .toLowerCase())
                .isEqualTo(mediaType.replace(" ", ""));
        return answer.body();
    }

    private void erase() throws Exception {
        producer.send(new ProducerRecord<>(
                Topics.MEETING_STATE,
                Keys.partitionOf(meeting, PARTITIONS),
                Keys.ofErasure(meeting).getBytes(UTF_8),
                Events.erased(meeting).toByteArray()));
        await(() -> get(path).statusCode() == 410);
    }

    private void score(FaceScore score) {
        producer.send(new ProducerRecord<>(Topics.FACE_SCORES, meeting.getBytes(UTF_8), score.toByteArray()));
    }

    private void log(MeetingEvent event) {
        producer.send(new ProducerRecord<>(Topics.MEETING_LOG, meeting.getBytes(UTF_8), event.toByteArray()));
    }

    private long brokenOff() throws Exception {
        return get("q/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("rapt_exports_total") && line.contains("broken-off"))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private double metric(String name) throws Exception {
        return get("q/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode json(String path) throws Exception {
        return JSON.readTree(get(path).body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(root.resolve(path)).build(), BodyHandlers.ofString());
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (!condition.call()) {
            assertThat(Instant.now()).as("in time").isBefore(end);
            Thread.sleep(50);
        }
    }
}
