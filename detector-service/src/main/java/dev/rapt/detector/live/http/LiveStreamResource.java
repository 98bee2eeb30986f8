package dev.rapt.detector.live.http;

import dev.rapt.access.Callers;
import dev.rapt.detector.live.LiveScreen;
import dev.rapt.detector.live.Look;
import dev.rapt.detector.problem.Problem;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The picture of a meeting as it goes on, for those who have the right to see it. Nothing of it is ever stored. */
@Path("/v1/meetings/{meetingId}/frames.mjpeg")
@Tag(name = "Live pictures")
public final class LiveStreamResource {

    private static final String ROUTE = "GET /v1/meetings/{meetingId}/frames.mjpeg";

    private final LiveScreen screen;
    private final LiveDoor door;
    private final LiveAudit audit;

    LiveStreamResource(LiveScreen screen, LiveDoor door, LiveAudit audit) {
        this.audit = audit;
        this.screen = screen;
        this.door = door;
    }

    /** Carries an answer out of a method whose result is a stream. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Response answer;

        Refused(Response answer) {
            super(null, null, false, false);
            this.answer = answer;
        }
    }

    /** The same, again and again. */
    @GET
    @NonBlocking
    @Produces(PictureStream.MEDIA_TYPE)
    @Operation(
            operationId = "watchMeeting",
            summary = "The meeting as it goes on",
            description = "The same picture whenever something has changed, at a bounded rate, as"
                    + " multipart/x-mixed-replace. It ends when no picture of the meeting comes any more.")
    @APIResponse(
            responseCode = "200",
            description = "JPEGs, one a part",
            content =
                    @Content(
                            mediaType = "multipart/x-mixed-replace",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "4XX",
            description = "As for the single picture",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Multi<byte[]> pictures(
            @PathParam("meetingId") String meetingId,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @jakarta.ws.rs.core.Context HttpHeaders headers,
            @Parameter(hidden = true) @jakarta.ws.rs.core.Context RoutingContext routing) {
        Optional<Response> refusal = door.refusal(meetingId, authorization);
        Response granted = Response.ok().build();
        // Who is let in and finds no room, or nothing to see, is told so after this
        Uni<Response> written = Uni.createFrom()
                .completionStage(() -> audit.held(
                        refusal.orElse(granted), meetingId, refusal.isEmpty(), ROUTE, headers, Callers.of(routing)));
        Context loop = Vertx.currentContext();
        Uni<Watch> watch = written.emitOn(task -> loop.runOnContext(ran -> task.run()))
                .map(answer -> {
                    if (answer != granted) {
                        throw new Refused(answer);
                    }
                    return watch(meetingId);
                });
        return RestMulti.fromUniResponse(
                watch, Watch::parts, opened -> Map.of(HttpHeaders.CACHE_CONTROL, List.of(LiveDoor.NO_STORE)));
    }

    /** A stream that has begun. */
    private record Watch(Multi<byte[]> parts) {}

    private Watch watch(String meetingId) {
        PictureStream stream = new PictureStream();
        Look look = screen.watch(meetingId, stream);
        if (look instanceof Look.Watching watching) {
            return new Watch(stream.parts(watching));
        }
        throw new Refused(LiveDoor.answer(look, meetingId));
    }

    @ServerExceptionMapper
    Response refused(Refused e) {
        return e.answer;
    }
}
