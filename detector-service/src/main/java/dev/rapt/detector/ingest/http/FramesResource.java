package dev.rapt.detector.ingest.http;

import dev.rapt.detector.config.DetectorConfig;
import dev.rapt.detector.ingest.FrameDesk;
import dev.rapt.detector.ingest.FrameRules;
import dev.rapt.detector.ingest.Outcome;
import dev.rapt.detector.ingest.Passage;
import dev.rapt.detector.ingest.RefusedException;
import dev.rapt.detector.problem.Problem;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One frame a request. The answer comes only after Kafka has acknowledged what came of the frame. */
@Path("/v1/meetings/{meetingId}/participants/{participantId}/frames")
@Tag(name = "Frames")
public final class FramesResource {

    private final FrameDesk desk;
    private final FrameRules rules;
    private final DetectorConfig config;
    private final Vertx vertx;

    FramesResource(FrameDesk desk, FrameRules rules, DetectorConfig config, Vertx vertx) {
        this.desk = desk;
        this.rules = rules;
        this.config = config;
        this.vertx = vertx;
    }

    /** Takes one frame in. */
    @POST
    @NonBlocking
    @Operation(
            operationId = "sendFrame",
            summary = "Send one frame of one participant",
            description =
                    "Answered after Kafka has acknowledged the frame's record. The same frame (meeting, participant"
                            + " and capture time) may be sent again after any 429 or 5xx and is counted once. Send a participant's"
                            + " frames one after another: frames sent at once have no order.")
    @Parameter(
            name = FrameHead.CAPTURED_AT,
            in = ParameterIn.HEADER,
            description =
                    "When the camera took the frame, in milliseconds since the epoch. Without it the time of arrival"
                            + " counts, and a frame that is sent again can't be told from a new one.",
            schema = @Schema(implementation = Long.class, examples = "1760000000000"))
    @Parameter(
            name = FrameHead.SEQUENCE,
            in = ParameterIn.HEADER,
            description = "The sender's own numbering, for diagnosis only",
            schema = @Schema(implementation = Long.class, examples = "1"))
    @Parameter(
            name = "traceparent",
            in = ParameterIn.HEADER,
            description = "W3C trace context, carried along",
            schema = @Schema(implementation = String.class))
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "202",
            description = "Recorded: what was found",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FrameAnswer.class),
                            examples = {
                                @ExampleObject(name = "published", value = FrameExamples.PUBLISHED),
                                @ExampleObject(name = "absent", value = FrameExamples.ABSENT)
                            }))
    @APIResponse(
            responseCode = "400",
            description = FrameExamples.ON_400,
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "403",
            description = FrameExamples.ON_403,
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "410",
            description = FrameExamples.ON_410,
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "413",
            description = FrameExamples.ON_413,
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "415",
            description = FrameExamples.ON_415,
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = FrameExamples.ON_422,
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "429",
            description = FrameExamples.ON_429,
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "503",
            description = FrameExamples.ON_503,
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public CompletionStage<Response> take(
            @PathParam("meetingId") String meetingId,
            @PathParam("participantId") String participantId,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        Passage passage = desk.open();
        try {
            FrameHead head = FrameHead.read(meetingId, participantId, request.headers(), rules);
            takeBody(head, passage, request);
            return passage.outcome().thenApply(outcome -> answer(outcome, Optional.of(head)));
        } catch (RefusedException e) {
            refuse(e, passage, request);
            return passage.outcome().thenApply(outcome -> answer(outcome, Optional.empty()));
        }
    }

    private void takeBody(FrameHead head, Passage passage, HttpServerRequest request) {
        PictureBody.read(request, rules, passage::claim, vertx, config.body().timeout())
                .thenAccept(picture -> {
                    try {
                        rules.picture(picture, Optional.of(head.type()));
                        desk.put(head.with(picture), passage);
                    } catch (RefusedException e) {
                        refuse(e, passage, request);
                    }
                })
                .exceptionally(failure -> {
                    refuse(RefusedException.from(failure), passage, request);
                    return null;
                });
    }

    private void refuse(RefusedException e, Passage passage, HttpServerRequest request) {
        Drain.rest(
                request,
                vertx,
                config.body().drain().asLongValue(),
                config.body().timeout());
        passage.refuse(e.reason(), e.getMessage());
    }

    private static Response answer(Outcome outcome, Optional<FrameHead> head) {
        if (outcome instanceof Outcome.Recorded recorded && head.isPresent()) {
            return Response.accepted(FrameAnswer.of(head.get(), recorded.findings()))
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .build();
        }
        return OutcomeProblem.of(outcome).toResponse();
    }
}
