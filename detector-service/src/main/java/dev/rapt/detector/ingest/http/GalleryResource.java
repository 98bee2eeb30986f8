package dev.rapt.detector.ingest.http;

import dev.rapt.detector.books.RefusalReason;
import dev.rapt.detector.config.DetectorConfig;
import dev.rapt.detector.frame.ImageHeader;
import dev.rapt.detector.frame.ImageType;
import dev.rapt.detector.gallery.Layout;
import dev.rapt.detector.ingest.FrameRules;
import dev.rapt.detector.ingest.RefusedException;
import dev.rapt.detector.ingest.gallery.GalleryDesk;
import dev.rapt.detector.ingest.gallery.GalleryFrame;
import dev.rapt.detector.ingest.gallery.GalleryOutcome;
import dev.rapt.detector.ingest.gallery.GalleryPassage;
import dev.rapt.detector.ingest.gallery.LayoutRules;
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

/** One composite of many participants a request. The answer comes only after Kafka has acknowledged everybody's record. */
@Path("/v1/meetings/{meetingId}/frames")
@Tag(name = "Frames")
public final class GalleryResource {

    private final GalleryDesk desk;
    private final FrameRules rules;
    private final LayoutRules layouts;
    private final DetectorConfig config;
    private final Vertx vertx;

    GalleryResource(GalleryDesk desk, FrameRules rules, LayoutRules layouts, DetectorConfig config, Vertx vertx) {
        this.desk = desk;
        this.rules = rules;
        this.layouts = layouts;
        this.config = config;
        this.vertx = vertx;
    }

    /** Takes one composite in. */
    @POST
    @NonBlocking
    @Operation(
            operationId = "sendGallery",
            summary = "Send one picture of many participants",
            description =
                    "With a layout, in the header Rapt-Layout or in the form's part of that name, each tile is read as a frame of"
                            + " its participant. Without one, faces are found anywhere, and participants are named"
                            + " p1, p2 and so on and followed from one composite to the next; send those one after another. Answered"
                            + " after Kafka has acknowledged everybody's record. The same composite may be sent again"
                            + " after any 429 or 5xx and is counted once.")
    @Parameter(
            name = GalleryHead.LAYOUT,
            in = ParameterIn.HEADER,
            description =
                    "Who is where, in whole pixels of the picture as displayed: compact JSON. All headers together"
                            + " have room for 20 KB; longer layouts go into a form.",
            schema =
                    @Schema(
                            implementation = String.class,
                            examples = "[{\"participantId\":\"ada\",\"x\":0,\"y\":0,\"width\":320,\"height\":180}]"))
    @Parameter(
            name = FrameHead.CAPTURED_AT,
            in = ParameterIn.HEADER,
            description =
                    "When the composite was taken, in milliseconds since the epoch. Without it the time of arrival"
                            + " counts, and a composite that is sent again can't be told from a new one.",
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
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "multipart/form-data", schema = @Schema(implementation = FormSchema.class))
            })
    @APIResponse(
            responseCode = "202",
            description = "Recorded: what was found of each participant",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = GalleryAnswer.class),
                            examples = @ExampleObject(name = "recorded", value = GalleryExamples.RECORDED)))
    @APIResponse(
            responseCode = "400",
            description = GalleryExamples.ON_400,
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
            description = GalleryExamples.ON_422,
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "429",
            description = FrameExamples.ON_429,
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "503",
            description = GalleryExamples.ON_503,
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public CompletionStage<Response> take(
            @PathParam("meetingId") String meetingId, @Parameter(hidden = true) @Context HttpServerRequest request) {
        GalleryPassage passage = desk.open();
        try {
            GalleryHead head = GalleryHead.read(meetingId, request.headers(), rules, layouts);
            takeBody(head, passage, request);
            return passage.outcome().thenApply(outcome -> answer(outcome, Optional.of(head)));
        } catch (RefusedException e) {
            refuse(e, passage, request);
            return passage.outcome().thenApply(outcome -> answer(outcome, Optional.empty()));
        }
    }

    private void takeBody(GalleryHead head, GalleryPassage passage, HttpServerRequest request) {
        PictureBody.read(request, rules, passage::claim, vertx, config.body().timeout())
                .thenAccept(body -> {
                    try {
                        desk.put(judge(head, body), passage);
                    } catch (RefusedException e) {
                        refuse(e, passage, request);
                    }
                })
                .exceptionally(failure -> {
                    refuse(RefusedException.from(failure), passage, request);
                    return null;
                });
    }

    private GalleryFrame judge(GalleryHead head, byte[] body) throws RefusedException {
        byte[] picture = body;
        Optional<ImageType> type = head.type();
        Optional<Layout> layout = head.layout();
        if (head.boundary().isPresent()) {
            GalleryForm form = GalleryForm.read(body, head.boundary().get());
            if (form.layout().isPresent()) {
                if (layout.isPresent()) {
                    throw new RefusedException(
                            RefusalReason.BAD_LAYOUT, "There are two layouts, one in the header and one in the form.");
                }
                layout = Optional.of(layouts.parse(form.layout().get()));
            }
            picture = form.picture();
            type = form.type();
        }
        ImageHeader header = rules.picture(picture, type);
        if (layout.isPresent()) {
            layouts.within(layout.get(), header.displayWidth(), header.displayHeight());
        }
        return new GalleryFrame(
                head.meetingId(),
                head.capturedAt(),
                head.receivedAt(),
                head.sequence(),
                head.traceParent(),
                layout,
                picture);
    }

    private void refuse(RefusedException e, GalleryPassage passage, HttpServerRequest request) {
        Drain.rest(
                request,
                vertx,
                config.body().drain().asLongValue(),
                config.body().timeout());
        passage.refuse(e.reason(), e.getMessage());
    }

    private static Response answer(GalleryOutcome outcome, Optional<GalleryHead> head) {
        if (outcome instanceof GalleryOutcome.Unrecorded unrecorded) {
            return OutcomeProblem.of(unrecorded.why()).toResponse();
        }
        return Response.accepted(GalleryAnswer.of(head.orElseThrow(), (GalleryOutcome.Recorded) outcome))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    /** The form, for the API's description. */
    @Schema(name = "GalleryForm")
    record FormSchema(
            @Schema(type = SchemaType.STRING, format = "binary", required = true) byte[] picture,
            @Schema(description = "The layout, as in the header Rapt-Layout") String layout) {}
}
