package dev.rapt.aggregator.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What went wrong, after RFC 9457. */
@Schema(description = "Problem details after RFC 9457")
record Problem(
        @Schema(examples = "urn:rapt:problem:meeting-unknown") String type,
        @Schema(examples = "Not Found") String title,
        @Schema(examples = "404") int status,
        @Schema(examples = "There is no meeting standup") String detail,
        @Schema(description = "For programs: never changes its meaning", examples = "meeting-unknown") String reason) {

    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(int status, String title, String reason, String detail) {
        return new Problem("urn:rapt:problem:" + reason, title, status, detail, reason);
    }
}
