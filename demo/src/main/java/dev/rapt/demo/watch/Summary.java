package dev.rapt.demo.watch;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.rapt.demo.DemoException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a replay came to.
 *
 * @param meetingId the meeting
 * @param framesSent frames the sender sent, each once however often it was sent again
 * @param published those acknowledged with a face, by the sender's books, as the next four are
 * @param absent acknowledged as faceless
 * @param rejected refused for good
 * @param skipped replaced by a newer one of the same participant
 * @param failed never taken in, also after being sent again
 * @param scored distinct frames of the meeting on {@code face-scores}; null when Kafka can't be asked
 * @param counted frames of the meeting in the aggregator's answers
 * @param deadLetters records on {@code rapt-dead-letters}; null when Kafka can't be asked
 * @param captureToTimelineMillis from the camera to the aggregator's answer, see {@link LatencyWatch}
 * @param participants each participant's share
 */
public record Summary(
        String meetingId,
        long framesSent,
        long published,
        long absent,
        long rejected,
        long skipped,
        long failed,
        Long scored,
        long counted,
        Long deadLetters,
        Percentiles captureToTimelineMillis,
        List<Participant> participants) {

    /**
     * One participant's expressions.
     *
     * @param id the participant
     * @param frames frames counted
     * @param dominant the expression shown most, null when none was measured
     * @param shares mean probability of each of the seven expressions, empty when none was measured
     */
    public record Participant(String id, long frames, String dominant, Map<String, Double> shares) {}

    public Summary {
        participants = List.copyOf(participants);
    }

    /** Whether every frame sent has one fate and every accepted one was scored and counted. */
    @JsonIgnore
    public boolean balanced() {
        return framesSent == published + absent + rejected + skipped + failed
                && published + absent == counted
                && (scored == null || scored == counted)
                && (deadLetters == null || deadLetters == 0);
    }

    /** The books in one line. */
    @JsonIgnore
    public String line() {
        return framesSent + " sent = " + published + " published + " + absent + " absent + " + rejected + " rejected + "
                + skipped + " skipped + " + failed + " failed; " + (scored == null ? "" : scored + " scored, ")
                + counted
                + " counted" + (deadLetters == null ? "" : ", " + deadLetters + " dead letters");
    }

    /** Writes it as JSON. */
    public void write(Path file) {
        try {
            Path absolute = file.toAbsolutePath();
            Files.createDirectories(absolute.getParent());
            Files.writeString(absolute, json() + "\n");
        } catch (IOException e) {
            throw new DemoException("The summary can't be written to " + file + ": " + e.getMessage(), e);
        }
    }

    String json() throws IOException {
        return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(this);
    }
}
