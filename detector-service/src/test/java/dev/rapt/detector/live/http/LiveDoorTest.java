package dev.rapt.detector.live.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.detector.live.LiveAccess;
import dev.rapt.detector.testing.Gate;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LiveDoorTest {

    private final Gate gate = new Gate();
    private final LiveDoor door = new LiveDoor(new LiveAccess(true, Optional.of("secret"), false), gate);

    @Test
    void letsNobodySeeAMeetingInTheGroupView() {
        assertThat(door.refusal("m", "Bearer secret")).isEmpty();

        gate.showsPeople = false;

        assertThat(door.refusal("m", "Bearer secret")).map(Response::getStatus).contains(403);
        assertThat(door.refusal("m", "Bearer secret").orElseThrow().getEntity().toString())
                .contains("\"group-view\"");
    }
}
