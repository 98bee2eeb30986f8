package dev.rapt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapt.media.SampleMedia;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Twenty seconds of real footage of three participants through the packaged services and a real broker. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstLightE2E {

    private static final String MEETING = "first-light";
    private static final int SECONDS = 20;
    private static final int PER_SECOND = 2;
    private static final long BUCKET_MILLIS = 5_000;

    /** The capture time of a clip's beginning: a full minute, a while ago, so that it begins a bucket of any size. */
    private static final long BEGINNING = Math.floorDiv(System.currentTimeMillis() - 600_000, 60_000) * 60_000;

    private static final List<String> PARTICIPANTS = List.of("cap12_edit", "cap13_edit2", "franck");

    private static RunningDemo demo;
    private static Api api;
    private static Map<FrameSender.Id, byte[]> sent = new HashMap<>();
    private static Map<FrameSender.Id, String> outcomes;

    @BeforeAll
    static void replay() throws Exception {
        demo = RunningDemo.withoutReplay();
        api = new Api(demo.origin());
        api.declare(MEETING);
        Map<String, List<Clip.Picture>> footage = new TreeMap<>();
        for (String participant : PARTICIPANTS) {
            footage.put(participant, Clip.pictures(participant + ".mp4", SECONDS, PER_SECOND));
        }
        try (FrameSender sender = new FrameSender(demo.origin(), MEETING)) {
            for (int i = 0; i < SECONDS * PER_SECOND; i++) {
                for (String participant : PARTICIPANTS) {
                    Clip.Picture picture = footage.get(participant).get(i);
                    long capturedAt = BEGINNING + picture.atMillis();
                    sent.put(new FrameSender.Id(participant, capturedAt), picture.jpeg());
                    sender.send(participant, capturedAt, picture.jpeg());
                }
                // A frame of each participant at a time: a newer one would replace a waiting one
                sender.drain(Duration.ofSeconds(60));
            }
            outcomes = sender.outcomes();
        }
    }

    @AfterAll
    static void stop() throws Exception {
        demo.close();
    }

    @Test
    @Order(1)
    void acknowledgesEveryFrame() {
        assertThat(outcomes.keySet()).isEqualTo(sent.keySet());
        assertThat(outcomes.values()).isSubsetOf("published", "absent");
    }

    @Test
    @Order(2)
    void findsThePeopleInNearlyAllOfTheirFrames() {
        long published = outcomes.values().stream().filter("published"::equals).count();

        assertThat(published).isGreaterThanOrEqualTo(Math.round(.98 * sent.size()));
    }

    @Test
    @Order(3)
    void countsEveryAcceptedFrameExactlyOnceInItsBucket() throws Exception {
        for (String participant : PARTICIPANTS) {
            awaitCounted(participant, SECONDS * PER_SECOND);

            assertThat(framesByBucket(participant)).isEqualTo(expectedByBucket(participant));
        }
    }

    @Test
    @Order(4)
    void countsFramesThatAreSentAgainOnce() throws Exception {
        // Given: all of it was sent and counted
        // When: a client that missed its answers sends a part again, over HTTP
        List<FrameSender.Id> again = sent.keySet().stream()
                .filter(id -> id.capturedAt() % 2_000 == 0)
                .toList();
        assertThat(again).isNotEmpty();
        for (FrameSender.Id id : again) {
            Api.Answer answer = api.postFrame(MEETING, id.participant(), id.capturedAt(), sent.get(id));
            assertThat(answer.status()).isEqualTo(202);
        }
        // and a frame that follows them in each participant's order has been counted
        long last = BEGINNING + SECONDS * 1_000L;
        for (String participant : PARTICIPANTS) {
            byte[] picture = sent.get(new FrameSender.Id(participant, BEGINNING));
            assertThat(api.postFrame(MEETING, participant, last, picture).status())
                    .isEqualTo(202);
            awaitCounted(participant, SECONDS * PER_SECOND + 1);
        }

        // Then: every bucket still holds what it held
        for (String participant : PARTICIPANTS) {
            assertThat(framesByBucket(participant)).isEqualTo(expectedByBucket(participant));
        }
    }

    @Test
    @Order(5)
    void showsTheSecondsInWhichTheMouthIsOpen() throws Exception {
        // Given: the man of cap12_edit opens his mouth from second 11 to 14, and is calm in his first five seconds
        List<JsonNode> buckets = timeline("cap12_edit", 0, SECONDS, "5s");

        // Then: the bucket of seconds 10 to 15 differs from the calm one, in figures and in expressions
        JsonNode calm = buckets.get(0);
        JsonNode open = buckets.get(2);
        assertThat(open.path("mouthOpenness").asDouble())
                .isGreaterThan(3 * calm.path("mouthOpenness").asDouble());
        double difference = 0;
        for (Map.Entry<String, JsonNode> expression : calm.path("expressions").properties()) {
            difference += Math.abs(expression.getValue().asDouble()
                    - open.path("expressions").path(expression.getKey()).asDouble());
        }
        assertThat(difference).isGreaterThan(.15);
    }

    @Test
    @Order(6)
    void mergesBucketsIntoOthersWithoutLosingAFrame() throws Exception {
        List<JsonNode> fine = timeline("franck", 0, SECONDS, "5s");
        List<JsonNode> coarse = timeline("franck", 0, SECONDS, "10s");

        assertThat(sumOfFrames(coarse)).isEqualTo(sumOfFrames(fine)).isEqualTo(SECONDS * PER_SECOND);
    }

    @Test
    @Order(7)
    void answersEmptyBucketsWithNulls() throws Exception {
        JsonNode empty = timeline("franck", -10, 0, "5s").get(0);

        assertThat(empty.path("frames").asInt()).isZero();
        assertThat(empty.path("expressions").isNull()).isTrue();
        assertThat(empty.path("dominant").isNull()).isTrue();
    }

    @Test
    @Order(8)
    void refusesBrokenPicturesAndCountsNothingOfThem() throws Exception {
        byte[] whole = sent.get(new FrameSender.Id("franck", BEGINNING));
        byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);

        Api.Answer answer = api.postFrame(MEETING, "nobody", BEGINNING, half);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.contentType()).contains("application/problem+json");
        assertThat(answer.body().path("reason").asText()).isEqualTo("corrupt-image");
        assertThat(api.get("/v1/meetings/" + MEETING + "/participants/nobody/summary")
                        .status())
                .isEqualTo(404);
    }

    @Test
    @Order(9)
    void analysesAPictureOfSeveralPeople() throws Exception {
        byte[] photo = SampleMedia.photo(SampleMedia.photos().get(0));

        Api.Answer answer = api.post("/v1/analyze", "image/jpeg", photo);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("faces")).isNotEmpty();
        JsonNode face = answer.body().path("faces").get(0);
        double sum = 0;
        for (JsonNode probability : face.path("expressions")) {
            sum += probability.asDouble();
        }
        assertThat(face.path("expressions")).hasSize(7);
        assertThat(sum).isBetween(.999, 1.001);
        assertThat(face.path("dominant").asText()).isNotEmpty();
    }

    @Test
    @Order(10)
    void keepsThePromisesOfTheClientsPage() throws Exception {
        // Given what each program on the page is there to show
        Map<String, List<String>> promises = Map.of(
                "Declare the meeting (bash)",
                List.of("\"purpose\":\"research\"", "\"participantId\":\"ada\",\"given\":true"),
                "Send a frame (bash)",
                List.of("\"status\":\"published\""),
                "Read a timeline (bash)",
                List.of("\"buckets\":[", "\"columns\":{\"engagementIndex\":["),
                "Read a timeline (javascript)",
                List.of("ada ["),
                "Follow a meeting live (bash)",
                List.of("event: hello", "\"participantId\":\"ada\""),
                "Follow a meeting live (javascript)",
                List.of("hello ada "),
                "Take the numbers elsewhere (bash)",
                List.of("meetingId,participantId,name,start,end,frames,", "\nstandup,ada,,"),
                "All of it in Java (java)",
                List.of("declared: {", "agreed: {", "sent: {", "timeline: {", "file: standup.parquet", "event: hello"));
        Path directory = Files.createTempDirectory(Path.of("target"), "clients");
        Files.write(directory.resolve("frame.jpg"), sent.get(new FrameSender.Id("cap12_edit", BEGINNING)));
        ClientsPage page = new ClientsPage(directory, demo.origin());
        List<ClientsPage.Program> programs = ClientsPage.programs();
        assertThat(programs)
                .extracting(ClientsPage.Program::toString)
                .containsExactlyInAnyOrderElementsOf(promises.keySet());

        for (ClientsPage.Program program : programs) {
            if (program.needsEventSource() && !ClientsPage.nodeHasEventSource()) {
                System.out.println("SKIPPED " + program + ": this Node has no EventSource; 20.18 and later do");
                continue;
            }
            // When it runs, then it does what it promises
            page.run(program, promises.get(program.toString()));
            if (program.section().equals("Send a frame")) {
                awaitCounted("standup", "ada", 1);
            }
        }
    }

    @Test
    @Order(11)
    void answersJavaClientsThatHaveJustConnected() throws Exception {
        // Given clients as Java makes them, which offer HTTP/2 with the first request of a connection
        ExecutorService clients = Executors.newFixedThreadPool(4);
        List<Future<Integer>> answers = new ArrayList<>();
        for (URI service : demo.services()) {
            HttpRequest request = HttpRequest.newBuilder(service.resolve("/q/metrics"))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            for (int i = 0; i < 150; i++) {
                answers.add(clients.submit(() -> HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .statusCode()));
            }
        }

        // Then none of them is cut off or left waiting
        clients.shutdown();
        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isEqualTo(200);
        }
    }

    @Test
    @Order(12)
    void everyMeterThatMonitoringAsksForIsThereAndNamesNobody() throws Exception {
        // When
        StringBuilder all = new StringBuilder();
        for (URI service : demo.services()) {
            String metrics = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(service.resolve("/q/metrics"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            // Then
            assertThat(metrics).containsPattern("(?m)^rapt_kafka_connections [1-9]");
            all.append(metrics);
        }
        assertThat(all.toString().lines().map(line -> line.replaceFirst("[ {].*", "")))
                .containsAll(Monitoring.metersAskedFor());
        assertThat(all.toString()).doesNotContain(MEETING).doesNotContain(PARTICIPANTS);
    }

    private static void awaitCounted(String participant, long frames) throws Exception {
        awaitCounted(MEETING, participant, frames);
    }

    private static void awaitCounted(String meeting, String participant, long frames) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (api.counted(meeting, participant) < frames) {
            assertThat(System.nanoTime())
                    .as("%s: %d of %d frames counted", participant, api.counted(meeting, participant), frames)
                    .isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(api.counted(meeting, participant)).isEqualTo(frames);
    }

    private static Map<Long, Long> expectedByBucket(String participant) {
        Map<Long, Long> frames = new TreeMap<>();
        sent.keySet().stream()
                .filter(id -> id.participant().equals(participant))
                .forEach(id ->
                        frames.merge(Math.floorDiv(id.capturedAt(), BUCKET_MILLIS) * BUCKET_MILLIS, 1L, Long::sum));
        return frames;
    }

    private static Map<Long, Long> framesByBucket(String participant) throws IOException, InterruptedException {
        Map<Long, Long> frames = new TreeMap<>();
        for (JsonNode bucket : timeline(participant, 0, SECONDS, "5s")) {
            frames.put(
                    Instant.parse(bucket.path("start").asText()).toEpochMilli(),
                    bucket.path("frames").asLong());
        }
        return frames;
    }

    private static List<JsonNode> timeline(String participant, int fromSecond, int toSecond, String resolution)
            throws IOException, InterruptedException {
        String path = "/v1/meetings/%s/participants/%s/timeline?from=%s&to=%s&resolution=%s"
                .formatted(
                        MEETING,
                        participant,
                        Instant.ofEpochMilli(BEGINNING + fromSecond * 1_000L),
                        Instant.ofEpochMilli(BEGINNING + toSecond * 1_000L),
                        resolution);
        Api.Answer answer = api.get(path);
        assertThat(answer.status()).isEqualTo(200);
        List<JsonNode> buckets = new ArrayList<>();
        answer.body().path("buckets").forEach(buckets::add);
        return buckets;
    }

    private static long sumOfFrames(List<JsonNode> buckets) {
        return buckets.stream().mapToLong(b -> b.path("frames").asLong()).sum();
    }
}
