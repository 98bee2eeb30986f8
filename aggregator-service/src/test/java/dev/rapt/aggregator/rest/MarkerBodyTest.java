package dev.rapt.aggregator.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapt.aggregator.meeting.Marker;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class MarkerBodyTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private final MarkerBody reader = new MarkerBody(Settings.usual().markers());

    private static ObjectNode body() {
        return JSON.createObjectNode()
                .put("title", "Spot A")
                .put("kind", "advert")
                .put("start", "2026-01-05T10:00:00Z")
                .put("end", "2026-01-05T11:00:30+01:00");
    }

    private Marker read(ObjectNode body) {
        return reader.marker("standup", "spot-a", body);
    }

    private String refusal(Consumer<ObjectNode> change) {
        ObjectNode body = body();
        change.accept(body);
        Problem problem = (Problem) catchThrowableOfType(ProblemException.class, () -> read(body))
                .response()
                .getEntity();
        return problem.reason();
    }

    private static void labels(ObjectNode body, int many, String label) {
        body.set("labels", JSON.valueToTree(Collections.nCopies(many, label)));
    }

    @Test
    void readsAMarker() {
        ObjectNode body = body().put("markerId", "spot-a").put("meetingId", "standup");
        labels(body, 20, "x".repeat(100));

        assertThat(read(body))
                .isEqualTo(new Marker(
                        "spot-a",
                        "Spot A",
                        Marker.Kind.ADVERT,
                        Instant.parse("2026-01-05T10:00:00Z"),
                        Instant.parse("2026-01-05T10:00:30Z"),
                        Collections.nCopies(20, "x".repeat(100))));
        assertThat(read(body().put("title", "é".repeat(200))).labels()).isEqualTo(List.of());
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(refusal(body -> body.put("title", " "))).isEqualTo("bad-title");
        assertThat(refusal(body -> body.put("title", 7))).isEqualTo("bad-title");
        assertThat(refusal(body -> body.put("title", "x".repeat(201)))).isEqualTo("bad-title");
        assertThat(refusal(body -> body.remove("kind"))).isEqualTo("bad-kind");
        assertThat(refusal(body -> body.put("kind", "film"))).isEqualTo("bad-kind");
        assertThat(refusal(body -> body.put("kind", "ADVERT"))).isEqualTo("bad-kind");
        assertThat(refusal(body -> body.remove("start"))).isEqualTo("bad-start");
        assertThat(refusal(body -> body.put("start", 5))).isEqualTo("bad-start");
        assertThat(refusal(body -> body.putNull("end"))).isEqualTo("bad-end");
        assertThat(refusal(body -> body.put("end", "2026-01-05T10:00:30"))).isEqualTo("bad-end");
        assertThat(refusal(body -> body.put("end", "2026-01-05T10:00:00Z"))).isEqualTo("bad-range");
        assertThat(refusal(body -> body.put("end", "2026-01-06T10:00:00.001Z"))).isEqualTo("marker-too-long");
        assertThat(refusal(body -> body.put("labels", "x"))).isEqualTo("bad-labels");
        assertThat(refusal(body -> labels(body, 21, "x"))).isEqualTo("bad-labels");
        assertThat(refusal(body -> labels(body, 1, ""))).isEqualTo("bad-labels");
        assertThat(refusal(body -> labels(body, 1, "x".repeat(101)))).isEqualTo("bad-labels");
        assertThat(refusal(body -> body.putArray("labels").add(1))).isEqualTo("bad-labels");
        assertThat(refusal(body -> body.put("markerId", "other"))).isEqualTo("bad-id");
        assertThat(refusal(body -> body.put("meetingId", "other"))).isEqualTo("bad-id");
    }
}
