package dev.rapt.classifier.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An error as RFC 9457 tells it.
 *
 * @param type a URN of the reason
 * @param title the reason in words
 * @param status the HTTP status
 * @param detail what was wrong with this very request
 * @param reason the reason for machines
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Problem", description = "An error (RFC 9457)")
record Problem(
        @Schema(examples = "urn:rapt:problem:corrupt-image") String type,
        @Schema(examples = "Unprocessable Entity") String title,
        @Schema(examples = "422") int status,
        @Schema(examples = "The JPEG is truncated") String detail,
        @Schema(examples = "corrupt-image") String reason) {

    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(int status, String title, String reason, String detail) {
        return new Problem("urn:rapt:problem:" + reason, title, status, detail, reason);
    }
}
