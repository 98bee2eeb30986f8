package dev.rapt.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.InvalidProtocolBufferException;
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
import java.util.Optional;
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
                identity(record.value()).ifPresent(scored::add);
            }
        }
        return scored;
    }

    private static Optional<FrameSender.Id> identity(byte[] score) {
        try {
            FaceScore read = FaceScore.parseFrom(score == null ? new byte[0] : score);
            FrameId frame = read.getFrame();
            // Poison may name a frame and say nothing of it, or name one at the end of time
            return read.getFindingCase() == FaceScore.FindingCase.FINDING_NOT_SET
                            || frame.getCapturedAtMs() == Long.MAX_VALUE
                    ? Optional.empty()
                    : Optional.of(new FrameSender.Id(frame.getParticipantId(), frame.getCapturedAtMs()));
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }
}
