package dev.rapt.detector.live.http;

import dev.rapt.contracts.Keys;
import dev.rapt.detector.live.LiveAccess;
import dev.rapt.detector.live.LiveScreen;
import dev.rapt.detector.live.Look;
import dev.rapt.detector.problem.Problem;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The picture of a meeting as it is now, for those who have the right to see it. Nothing of it is ever stored. */
@Path("/v1/meetings/{meetingId}")
@Tag(name = "Live pictures")
public final class LiveResource {

    private static final String NO_STORE = "no-store";

    private final LiveScreen screen;
    private final LiveAccess access;

    LiveResource(LiveScreen screen, LiveAccess access) {
        this.screen = screen;
        this.access = access;
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

    /** The last frame of every participant. */
    @GET
    @Path("/frame.jpg")
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
            responseCode = "429",
            description = "too-many-viewers",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public CompletionStage<Response> picture(
            @PathParam("meetingId") String meetingId,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        Optional<Response> refusal = refusal(meetingId, authorization);
        if (refusal.isPresent()) {
            return CompletableFuture.completedFuture(refusal.get());
        }
        return screen.look(meetingId).thenApply(look -> answer(look, meetingId));
    }

    /** The same, again and again. */
    @GET
    @Path("/frames.mjpeg")
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
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        refusal(meetingId, authorization).ifPresent(LiveResource::refuse);
        PictureStream stream = new PictureStream();
        Look look = screen.watch(meetingId, stream);
        if (look instanceof Look.Watching watching) {
            return RestMulti.fromMultiData(stream.parts(watching))
                    .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
                    .build();
        }
        throw new Refused(answer(look, meetingId));
    }

    @ServerExceptionMapper
    Response refused(Refused e) {
        return e.answer;
    }

    private Optional<Response> refusal(String meetingId, String authorization) {
        LiveAccess.Verdict verdict = access.judge(Optional.ofNullable(authorization));
        if (verdict != LiveAccess.Verdict.ALLOWED) {
            return Optional.of(LiveProblems.refused(verdict));
        }
        return Keys.isId(meetingId) ? Optional.empty() : Optional.of(LiveProblems.badId());
    }

    private static void refuse(Response answer) {
        throw new Refused(answer);
    }

    private static Response answer(Look look, String meetingId) {
        if (look instanceof Look.Picture picture) {
            return Response.ok(picture.jpeg())
                    .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
                    .build();
        }
        if (look instanceof Look.Full full) {
            return LiveProblems.full(full.maxViewers());
        }
        return LiveProblems.notHere(meetingId);
    }
}
