package dev.rapt.detector.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapt.detector.books.RefusalReason;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What went wrong, for a program and for a person (RFC 9457).
 *
 * @param type {@code urn:rapt:problem:} and the reason
 * @param reason the machine-readable reason, in kebab case
 * @param detail what to change, in a sentence
 */
@Schema(description = "What went wrong, for a program and for a person (RFC 9457)")
public record Problem(
        @Schema(examples = "urn:rapt:problem:corrupt-image") String type,
        @Schema(examples = "The picture can't be decoded") String title,
        @Schema(examples = "422") int status,
        @Schema(examples = "The picture ends within its pixels.") String detail,
        @Schema(examples = "corrupt-image") String reason) {

    /** RFC 9457's media type. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final MediaType TYPE = MediaType.valueOf(MEDIA_TYPE);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A frame may overtake what was said of its meeting or its participant. */
    private static final Set<String> MAY_BE_OVERTAKING =
            Set.of(RefusalReason.MEETING_UNDECLARED.reason(), RefusalReason.CONSENT_MISSING.reason());

    public static Problem of(String reason, int status, String title, String detail) {
        return new Problem("urn:rapt:problem:" + reason, title, status, detail, reason);
    }

    /** The answer; what may be tried again, overload and absence of others, says after how many seconds. */
    public Response toResponse() {
        Response.ResponseBuilder response = Response.status(status).type(TYPE).entity(toJson());
        if (status == 429 || MAY_BE_OVERTAKING.contains(reason)) {
            response.header(HttpHeaders.RETRY_AFTER, 1);
        } else if (status == 503) {
            response.header(HttpHeaders.RETRY_AFTER, 2);
        }
        return response.build();
    }

    /** The body. */
    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem can't be written", e);
        }
    }
}
