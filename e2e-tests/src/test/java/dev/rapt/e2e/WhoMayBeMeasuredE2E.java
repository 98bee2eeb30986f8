package dev.rapt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapt.contracts.Topics;
import dev.rapt.contracts.v1.FaceCrop;
import dev.rapt.contracts.v1.FaceScore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may be measured, through the packaged services and a real broker, by what stands in every topic afterwards. */
class WhoMayBeMeasuredE2E {

    private static final List<String> EXPRESSIONS =
            List.of("angry", "disgust", "fear", "happy", "sad", "surprise", "neutral", "it-depends");
    private static final long BEGINNING = System.currentTimeMillis() - 60_000;

    private static RunningDemo demo;
    private static Api api;
    private static List<Clip.Picture> pictures;

    @BeforeAll
    static void start() throws Exception {
        demo = RunningDemo.withoutReplay();
        api = new Api(demo.origin());
        pictures = Clip.pictures("franck.mp4", 10, 2);
    }

    @AfterAll
    static void stop() throws Exception {
        demo.close();
    }

    @Test
    void refusesAMeetingThatNobodyHasDeclared() throws Exception {
        Api.Answer answer = frame("undeclared", "ada", 0);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body().path("reason").asText()).isEqualTo("meeting-undeclared");
        assertThat(answer.body().path("detail").asText()).contains("PUT /v1/meetings/");
    }

    @Test
    void leavesNoRecordOfWhoSaidNo() throws Exception {
        // Given one who agrees, one who says no, one of whom nobody has said anything, and one who changes
        String meeting = "consents";
        api.declare(
                meeting,
                """
                {"purpose": "research", "region": "US", "signals": "attention+expression", "consent": "explicit"}""");
        consent(meeting, "yes-yes", true);
        consent(meeting, "no-no-no", false);
        consent(meeting, "changes", true);
        for (String participant : List.of("yes-yes", "changes")) {
            awaitAccepted(meeting, participant, BEGINNING);
        }
        assertRefusedSoon(meeting, "no-no-no", "consent-withdrawn");
        for (int i = 0; i < 6; i++) {
            assertThat(frame(meeting, "yes-yes", i).status()).isEqualTo(202);
            assertRefused(frame(meeting, "no-no-no", i), "consent-withdrawn");
            assertRefused(frame(meeting, "never-asked", i), "consent-missing");
            assertThat(frame(meeting, "changes", i).status()).isEqualTo(202);
        }

        // When the one who changes says no, while frames go on
        consent(meeting, "changes", false);
        long said = System.nanoTime();
        int next = 6;
        List<Long> acceptedAfter = new ArrayList<>();
        Api.Answer answer = frame(meeting, "changes", next);
        while (answer.status() == 202) {
            acceptedAfter.add(BEGINNING + next * 500L);
            answer = frame(meeting, "changes", ++next);
            assertThat(System.nanoTime() - said).isLessThan(TimeUnit.SECONDS.toNanos(30));
        }
        System.out.printf(
                "The withdrawal held %d ms after it was answered; %d frames were still taken in%n",
                (System.nanoTime() - said) / 1_000_000, acceptedAfter.size());
        for (int i = 0; i < 6; i++) {
            assertRefused(frame(meeting, "changes", ++next), "consent-withdrawn");
        }
        long lastRefused = BEGINNING + next * 500L;

        // Then no topic has anything of those who said no but that they did, and nothing of the other after it
        awaitCounted(meeting, "yes-yes", 6);
        RawTopics topics = RawTopics.read(demo.bootstrapServers());
        assertThat(topics.naming("never-asked")).isEmpty();
        assertThat(topics.naming("no-no-no"))
                .allMatch(topic -> topic.equals(Topics.MEETING_STATE) || topic.endsWith("-states-changelog"));
        Set<Long> ofChanges = new TreeSet<>();
        for (ConsumerRecord<byte[], byte[]> crop : topics.of(Topics.FACE_CROPS)) {
            FaceCrop record = FaceCrop.parseFrom(crop.value());
            if (record.getFrame().getParticipantId().equals("changes")) {
                ofChanges.add(record.getFrame().getCapturedAtMs());
            }
        }
        assertThat(ofChanges).hasSize(6 + acceptedAfter.size());
        assertThat(topics.naming("yes-yes")).contains(Topics.FACE_CROPS, Topics.FACE_SCORES);

        // When the one who changes agrees again
        consent(meeting, "changes", true);
        awaitAccepted(meeting, "changes", System.currentTimeMillis());

        // Then what was taken before that stays refused
        assertRefused(
                api.postFrame(meeting, "changes", lastRefused, pictures.get(0).jpeg()), "captured-before-consent");
    }

    @Test
    void showsNoExpressionWhereOnlyAttentionMayBeMeasured() throws Exception {
        // Given
        String meeting = "attentive";
        String forbidden =
                """
                {"purpose": "workplace", "region": "DE", "signals": "attention+expression", "consent": "assumed"}""";
        Api.Answer refused = api.put("/v1/meetings/" + meeting, forbidden);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body().path("reason").asText()).isEqualTo("policy-forbids");
        api.declare(
                meeting,
                """
                {"purpose": "workplace", "region": "DE", "signals": "attention", "consent": "assumed"}""");

        // When
        for (int i = 0; i < 8; i++) {
            assertThat(frame(meeting, "ada", i).status()).isEqualTo(202);
        }
        awaitCounted(meeting, "ada", 8);

        // Then no crop left the detector, and nothing was scored
        RawTopics topics = RawTopics.read(demo.bootstrapServers());
        int faces = 0;
        for (ConsumerRecord<byte[], byte[]> crop : topics.of(Topics.FACE_CROPS)) {
            FaceCrop record = FaceCrop.parseFrom(crop.value());
            if (record.getFrame().getMeetingId().equals(meeting) && record.hasFound()) {
                faces++;
                assertThat(record.getFound().hasCrop()).isFalse();
                assertThat(record.getFound().hasLandmarks()).isFalse();
            }
        }
        assertThat(faces).isGreaterThanOrEqualTo(7);
        for (ConsumerRecord<byte[], byte[]> score : topics.of(Topics.FACE_SCORES)) {
            FaceScore record = FaceScore.parseFrom(score.value());
            if (record.getFrame().getMeetingId().equals(meeting)) {
                assertThat(record.hasScored()).isFalse();
            }
        }
        // and no answer speaks of an expression
        String path = "/v1/meetings/" + meeting;
        for (String question : List.of(
                "",
                "/participants",
                "/participants/ada",
                "/participants/ada/summary",
                "/participants/ada/timeline",
                "/timeline",
                "/summary",
                "/timelines",
                "/moments",
                "/export?format=csv",
                "/export?format=jsonl")) {
            String answer = api.text(path + question);
            assertThat(answer).as(question).isNotEmpty();
            EXPRESSIONS.forEach(expression -> assertThat(answer).as(question).doesNotContain(expression));
        }
    }

    @Test
    void knowsNobodyByTheirOwnIdInAPseudonymousMeeting() throws Exception {
        // Given
        String meeting = "masked";
        api.declare(
                meeting,
                """
                {"purpose": "research", "region": "US", "signals": "attention", "consent": "explicit",
                 "pseudonymous": true}""");
        consent(meeting, "real-name-of-ada", true);
        awaitAccepted(meeting, "real-name-of-ada", BEGINNING);

        // When
        for (int i = 0; i < 4; i++) {
            Api.Answer answer = frame(meeting, "real-name-of-ada", i);
            assertThat(answer.status()).as(String.valueOf(answer.body())).isEqualTo(202);
        }
        String pseudonym = awaitOneParticipant(meeting);

        // Then
        assertThat(pseudonym).matches("p-[a-z2-7]{26}");
        awaitCounted(meeting, pseudonym, 4);
        assertThat(RawTopics.read(demo.bootstrapServers()).naming("real-name-of-ada"))
                .isEmpty();

        // When the key is deleted
        assertThat(api.delete("/v1/meetings/" + meeting + "/pseudonym-key").status())
                .isEqualTo(204);

        // Then nobody can add to what is kept
        assertThat(awaitRefusal(meeting, "real-name-of-ada")).isEqualTo("pseudonym-key-deleted");
    }

    @Test
    void erasesAParticipantForEverybodyAtOnce() throws Exception {
        // Given
        String meeting = "erasing";
        api.declare(meeting);
        for (int i = 0; i < 4; i++) {
            assertThat(frame(meeting, "ada", i).status()).isEqualTo(202);
            assertThat(frame(meeting, "bob", i).status()).isEqualTo(202);
        }
        awaitCounted(meeting, "ada", 4);
        awaitCounted(meeting, "bob", 4);

        // When
        assertThat(api.delete("/v1/meetings/" + meeting + "/participants/ada").status())
                .isEqualTo(204);

        // Then
        Api.Answer answer = api.get("/v1/meetings/" + meeting + "/participants/ada/timeline");
        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.body().path("reason").asText()).isEqualTo("participant-erased");
        assertThat(participants(meeting)).containsExactly("bob");
        assertThat(awaitRefusal(meeting, "ada")).isEqualTo("participant-erased");
        assertThat(api.counted(meeting, "bob")).isEqualTo(4);
    }

    private static Api.Answer frame(String meeting, String participant, int number) throws Exception {
        Clip.Picture picture = pictures.get(number % pictures.size());
        return api.postFrame(meeting, participant, BEGINNING + number * 500L, picture.jpeg());
    }

    private static void consent(String meeting, String participant, boolean given) throws Exception {
        Api.Answer answer = api.put(
                "/v1/meetings/" + meeting + "/participants/" + participant + "/consent",
                "{\"given\": " + given + ", \"noticeVersion\": \"test\"}");
        assertThat(answer.status()).as(String.valueOf(answer.body())).isLessThan(300);
    }

    /** A detector may hear of a consent a moment after whoever recorded it. */
    private static void awaitAccepted(String meeting, String participant, long capturedAt) throws Exception {
        byte[] picture = pictures.get(0).jpeg();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        Api.Answer answer = api.postFrame(meeting, participant, capturedAt, picture);
        while (answer.status() == 403 && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(20);
            answer = api.postFrame(meeting, participant, capturedAt, picture);
        }
        assertThat(answer.status()).as(String.valueOf(answer.body())).isEqualTo(202);
    }

    private static void assertRefusedSoon(String meeting, String participant, String reason) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        String told = "";
        while (!told.equals(reason) && System.nanoTime() < deadline) {
            Api.Answer answer = frame(meeting, participant, 0);
            assertThat(answer.status()).isEqualTo(403);
            told = answer.body().path("reason").asText();
        }
        assertThat(told).isEqualTo(reason);
    }

    private static void assertRefused(Api.Answer answer, String reason) {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body().path("reason").asText()).isEqualTo(reason);
    }

    /** Sends frames until one is refused, and says why it was. */
    private static String awaitRefusal(String meeting, String participant) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        for (int i = 100; System.nanoTime() < deadline; i++) {
            Api.Answer answer = frame(meeting, participant, i % 110);
            if (answer.status() != 202) {
                assertThat(answer.status()).isEqualTo(410);
                return answer.body().path("reason").asText();
            }
        }
        throw new AssertionError("Never refused");
    }

    private static String awaitOneParticipant(String meeting) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        Set<String> found = participants(meeting);
        while (found.isEmpty() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(100);
            found = participants(meeting);
        }
        assertThat(found).hasSize(1);
        return found.iterator().next();
    }

    private static Set<String> participants(String meeting) throws Exception {
        Set<String> found = new TreeSet<>();
        JsonNode answer = api.get("/v1/meetings/" + meeting + "/participants").body();
        answer.path("participants").forEach(one -> found.add(one.path("id").asText()));
        return found;
    }

    private static void awaitCounted(String meeting, String participant, long frames) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (api.counted(meeting, participant) < frames) {
            assertThat(System.nanoTime()).as("%s counted", participant).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}
