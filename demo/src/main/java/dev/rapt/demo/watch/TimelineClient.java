package dev.rapt.demo.watch;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.rapt.demo.token.Token;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks the aggregator about one meeting, as anybody could. Safe for several threads. */
public final class TimelineClient {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Participants(List<Counted> participants) {}

    private final HttpClient http;
    private final String meetingId;
    private final URI meeting;

    /** @param origin the aggregator, such as {@code http://127.0.0.1:8082} */
    public TimelineClient(HttpClient http, URI origin, String meetingId) {
        this.http = http;
        this.meetingId = meetingId;
        this.meeting = origin.resolve("/v1/meetings/" + meetingId + "/");
    }

    /** The participants; empty while the aggregator has no answer (unknown meeting, store not ready, away). */
    public Optional<List<Counted>> participants() throws InterruptedException {
        return get("participants", Participants.class).map(Participants::participants);
    }

    /** One participant's summary; empty while the aggregator has none. */
    public Optional<Breakdown> summary(String participantId) throws InterruptedException {
        return get("participants/" + participantId + "/summary", Breakdown.class);
    }

    /** Says what the meeting is and who may be measured in it; why the aggregator hasn't taken it, if so. */
    public Optional<String> declare(Map<String, Object> declaration) throws InterruptedException {
        return put("../" + meetingId, declaration);
    }

    /** Says that a participant has agreed to be measured; why the aggregator hasn't taken it, if so. */
    public Optional<String> consent(String participantId, String noticeVersion) throws InterruptedException {
        return put(
                "participants/" + participantId + "/consent",
                Map.of("given", true, "noticeVersion", noticeVersion, "noticeLanguage", "en"));
    }

    private Optional<String> put(String path, Map<String, Object> body) throws InterruptedException {
        try {
            HttpRequest request = Token.on(HttpRequest.newBuilder(meeting.resolve(path)))
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() < 300 ? Optional.empty() : Optional.of(answer.body());
        } catch (IOException e) {
            return Optional.of("it can't be reached");
        }
    }

    private <T> Optional<T> get(String path, Class<T> type) throws InterruptedException {
        HttpRequest request = Token.on(HttpRequest.newBuilder(meeting.resolve(path)))
                .timeout(PATIENCE)
                .build();
        JavaType java = JSON.constructType(type);
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return answer.statusCode() == 200 ? Optional.of(JSON.readValue(answer.body(), java)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
