package dev.rapt.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapt.contracts.Topics;
import dev.rapt.contracts.v1.FaceScore;
import dev.rapt.contracts.v1.FrameId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which frames of {@link Traffic} are counted, told by the timelines, and which ones got as far as the scores. */
final class CountedFrames {

    private CountedFrames() {}

    /**
     * How often each frame of a meeting is counted, one that isn't left out; nothing when nobody can tell just now. Each
     * frame has a step of its own.
     */
    static Map<FrameSender.Id, Long> of(Api api, String meeting) throws InterruptedException {
        try {
            Api.Answer answer = api.get("/v1/meetings/" + meeting + "/timelines?fields=frames&resolution=5s");
            return answer.status() == 200 ? read(answer.body()) : Map.of();
        } catch (IOException e) {
            return Map.of();
        }
    }

    private static Map<FrameSender.Id, Long> read(JsonNode columns) {
        long from = Instant.parse(columns.path("from").asText()).toEpochMilli();
        Map<FrameSender.Id, Long> counted = new HashMap<>();
        for (JsonNode person : columns.path("participants")) {
            JsonNode frames = person.path("columns").path("frames");
            for (int step = 0; step < frames.size(); step++) {
                if (frames.get(step).asLong() > 0) {
                    long capturedAt = from + step * Traffic.STEP_MILLIS + Traffic.STEP_MILLIS / 2;
                    counted.put(
                            new FrameSender.Id(person.path("participantId").asText(), capturedAt),
                            frames.get(step).asLong());
                }
            }
        }
        return counted;
    }

    /** The frames of a meeting that stand in the scores' topic, however often. */
    static Set<FrameSender.Id> scored(String bootstrapServers, String meeting) throws Exception {
        byte[] key = meeting.getBytes(StandardCharsets.UTF_8);
        Set<FrameSender.Id> scored = new HashSet<>();
        for (var record :
                RawTopics.read(bootstrapServers, Set.of(Topics.FACE_SCORES)).of(Topics.FACE_SCORES)) {
            if (Arrays.equals(record.key(), key)) {
                FrameId frame = FaceScore.parseFrom(record.value()).getFrame();
                scored.add(new FrameSender.Id(frame.getParticipantId(), frame.getCapturedAtMs()));
            }
        }
        return scored;
    }
}
