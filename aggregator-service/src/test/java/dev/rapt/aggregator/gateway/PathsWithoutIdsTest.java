package dev.rapt.aggregator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathsWithoutIdsTest {

    @ParameterizedTest
    @CsvSource({
        "/v1/meetings/standup/stream, /v1/meetings/{meetingId}/stream",
        "/v1/meetings/standup/participants/ada/frames, /v1/meetings/{meetingId}/participants/{participantId}/frames",
        "/v1/meetings/standup/participants/ada, /v1/meetings/{meetingId}/participants/{participantId}",
        "/v1/meetings/{meetingId}/participants, /v1/meetings/{meetingId}/participants",
        "/v1/meetings/participants/stream, /v1/meetings/{meetingId}/stream",
        "/v1/faces/analyze, /v1/faces/analyze",
        "NOT_FOUND, NOT_FOUND"
    })
    void aPathNamesNeitherMeetingNorParticipant(String path, String template) {
        assertThat(PathsWithoutIds.template(path)).isEqualTo(template);
    }

    @Test
    void twoMeetingsAreCountedUnderOneLabelAndOtherLabelsStay() {
        // Given
        MeterRegistry registry = new SimpleMeterRegistry();
        registry.config().meterFilter(PathsWithoutIds.filter());

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
