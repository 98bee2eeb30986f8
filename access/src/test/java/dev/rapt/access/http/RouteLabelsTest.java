package dev.rapt.access.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
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
        assertThat(RouteLabels.label("/v1/meetings/standup/participants/ada"))
                .isEqualTo("/v1/meetings/{meetingId}/participants/{participantId}");
        assertThat(RouteLabels.label("/v1/meetings/{meetingId}/participants"))
                .isEqualTo("/v1/meetings/{meetingId}/participants");
        assertThat(RouteLabels.label("/v1/meetings/participants/stream")).isEqualTo("/v1/meetings/{meetingId}/stream");
        assertThat(RouteLabels.label("NOT_FOUND")).isEqualTo("NOT_FOUND");
    }

    @Test
    void twoMeetingsAreCountedUnderOneLabelAndOtherLabelsStay() {
        // Given
        MeterRegistry registry = new SimpleMeterRegistry();
        registry.config().meterFilter(RouteLabels.routes());

        // When
        registry.counter("http.server.requests", "uri", "/v1/meetings/one/stream", "method", "GET")
                .increment();
        registry.counter("http.server.requests", "uri", "/v1/meetings/two/stream", "method", "GET")
                .increment();
        registry.counter("rapt.frames.counted").increment();

        // Then
        assertThat(registry.get("http.server.requests").counter().count()).isEqualTo(2);
        assertThat(registry.getMeters().stream().map(Meter::getId).flatMap(id -> id.getTags().stream()))
                .containsExactlyInAnyOrder(Tag.of("uri", "/v1/meetings/{meetingId}/stream"), Tag.of("method", "GET"));
    }
}
