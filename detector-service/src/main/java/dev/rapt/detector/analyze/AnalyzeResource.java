package dev.rapt.detector.analyze;

import dev.rapt.detector.books.RefusalReason;
import dev.rapt.detector.config.DetectorConfig;
import dev.rapt.detector.frame.ImageType;
import dev.rapt.detector.ingest.FrameRules;
import dev.rapt.detector.ingest.RefusedException;
import dev.rapt.detector.ingest.Room;
import dev.rapt.detector.ingest.http.Drain;
import dev.rapt.detector.ingest.http.PictureBody;
import dev.rapt.detector.meters.Meters;
import dev.rapt.detector.problem.Problem;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Any picture in, its faces and what they visibly express out. Nothing is published or kept. */
@Path("/v1/analyze")
@Tag(name = "Pictures")
public final class AnalyzeResource {

    private final Analyst analyst;
    private final FrameRules rules;
    private final DetectorConfig config;
    private final Meters meters;
    private final Vertx vertx;
    private final Room room;

    AnalyzeResource(Analyst analyst, FrameRules rules, DetectorConfig config, Meters meters, Vertx vertx) {
        this.analyst = analyst;
        this.rules = rules;
        this.config = config;
        this.meters = meters;
        this.vertx = vertx;
        this.room = new Room(
                config.analyze().maxPictures(),
                config.analyze().maxPictures() * config.picture().maxBytes().asLongValue());
    }

    /** Analyses one picture. */
    @POST
    @NonBlocking
    @Operation(
            operationId = "analyzePicture",
            summary = "Find every face of a picture and score its expression",
            description =
                    "For trying things out: the picture belongs to no meeting, nothing of it is published or kept."
                            + " The scores estimate what a face visibly shows, never what a person feels.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "200",
            description = "The faces, the largest first",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AnalyzeAnswer.class),
                            examples = @ExampleObject(name = "one face", value = AnalyzeProblems.EXAMPLE)))
    @APIResponse(
            responseCode = "4XX",
            description = "The picture is refused, for the reasons of a frame",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "503",
            description = "classifier-unavailable or not-ready: ask again after Retry-After seconds",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public CompletionStage<Response> analyze(@Parameter(hidden = true) @Context HttpServerRequest request) {
        long began = System.nanoTime();
        Visit visit = new Visit();
        Optional<String> authorization = Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION));
        return takeIn(request, visit)
                .thenCompose(picture -> analyst.analyze(picture, authorization))
                .handle((answer, failure) -> {
                    visit.end();
                    if (failure != null) {
                        Problem problem = AnalyzeProblems.of(failure);
                        meters.picture(problem.reason());
                        return problem.toResponse();
                    }
                    meters.picture("ok");
                    meters.analyzed(System.nanoTime() - began);
                    return Response.ok(answer, MediaType.APPLICATION_JSON_TYPE).build();
                });
    }

    private CompletionStage<byte[]> takeIn(HttpServerRequest request, Visit visit) {
        CompletableFuture<byte[]> judged = new CompletableFuture<>();
        try {
            if (PictureBody.declaredLength(request.headers(), rules) == 0) {
                throw new RefusedException(
                        RefusalReason.EMPTY_BODY, "The body is empty; send the picture as the body.");
            }
            ImageType type = PictureBody.type(request.headers());
            PictureBody.read(request, rules, visit::claim, vertx, config.body().timeout())
                    .whenComplete((picture, refused) -> {
                        try {
                            if (refused != null) {
                                throw RefusedException.from(refused);
                            }
                            rules.picture(picture, Optional.of(type));
                            judged.complete(picture);
                        } catch (RefusedException e) {
                            refuse(request, judged, e);
                        }
                    });
        } catch (RefusedException e) {
            refuse(request, judged, e);
        }
        return judged;
    }

    private void refuse(HttpServerRequest request, CompletableFuture<byte[]> judged, RefusedException e) {
        Drain.rest(
                request,
                vertx,
                config.body().drain().asLongValue(),
                config.body().timeout());
        judged.completeExceptionally(e);
    }

    /** The room that one picture takes. */
    private final class Visit {

        private int pictures;
        private long bytes;

        boolean claim(long moreBytes) {
            int morePictures = pictures == 0 ? 1 : 0;
            if (!room.take(morePictures, moreBytes)) {
                return false;
            }
            pictures += morePictures;
            bytes += moreBytes;
            return true;
        }

        void end() {
            room.giveBack(pictures, bytes);
        }
    }
}
