package dev.rapt.detector.live.http;

import dev.rapt.access.Callers;
import dev.rapt.detector.live.LiveScreen;
import dev.rapt.detector.problem.Problem;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The picture of a meeting as it is now, for those who have the right to see it. Nothing of it is ever stored. */
@Path("/v1/meetings/{meetingId}/frame.jpg")
@Tag(name = "Live pictures")
public final class LivePictureResource {

    private static final String ROUTE = "GET /v1/meetings/{meetingId}/frame.jpg";

    private final LiveScreen screen;
    private final LiveDoor door;
    private final LiveAudit audit;

    LivePictureResource(LiveScreen screen, LiveDoor door, LiveAudit audit) {
        this.audit = audit;
        this.screen = screen;
        this.door = door;
    }

    /** The last frame of every participant. */
    @GET
    @NonBlocking
    @Produces("image/jpeg")
    @Operation(
            operationId = "lookAtMeeting",
            summary = "The meeting as it is now",
            description = "The last frame of every participant with the faces outlined, names, dominant expression (an"
                    + " estimate) and who speaks. Off unless switched on; kept in memory for seconds and never stored.")
    @APIResponse(
            responseCode = "200",
            description = "A JPEG",
            content = @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "401",
            description = "token-missing; 403 token-wrong",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "404",
            description = "live-is-off, live-without-token",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "421",
            description = "meeting-not-here: this replica holds no picture of the meeting; another may, or none does",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "503",
            description = "audit-unavailable",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "429",
            description = "too-many-viewers",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public CompletionStage<Response> picture(
            @PathParam("meetingId") String meetingId,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @Context HttpHeaders headers,
            @Parameter(hidden = true) @Context RoutingContext routing) {
        Optional<Response> refusal = door.refusal(meetingId, authorization);
        if (refusal.isPresent()) {
            return audit.held(refusal.get(), meetingId, false, ROUTE, headers, Callers.of(routing));
        }
        return screen.look(meetingId)
                .thenCompose(look -> audit.held(
                        LiveDoor.answer(look, meetingId), meetingId, true, ROUTE, headers, Callers.of(routing)));
    }
}
