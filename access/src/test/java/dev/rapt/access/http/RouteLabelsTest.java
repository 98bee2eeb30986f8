package dev.rapt.access.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RouteLabelsTest {

    @Test
    void noIdAndNothingMadeUpIsALabel() {
        assertThat(RouteLabels.label("/v1/meetings/standup/participants/ada/frames"))
                .isEqualTo("/v1/meetings/{meetingId}/participants/{participantId}/frames");
        assertThat(RouteLabels.label("/v1/meetings/{meetingId}/markers/{markerId}"))
                .isEqualTo("/v1/meetings/{meetingId}/markers/{markerId}");
        assertThat(RouteLabels.label("/v1/meetings/standup/made-up")).isEqualTo("other");
        assertThat(RouteLabels.label("/made-up")).isEqualTo("other");
        assertThat(RouteLabels.label("NOT_FOUND")).isEqualTo("NOT_FOUND");
    }
}
