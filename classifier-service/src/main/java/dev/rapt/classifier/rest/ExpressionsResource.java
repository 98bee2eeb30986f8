package dev.rapt.classifier.rest;

import dev.rapt.classifier.ClassifierConfig;
import dev.rapt.classifier.Meters;
import dev.rapt.classifier.model.CropException;
import dev.rapt.classifier.model.CropReader;
import dev.rapt.classifier.model.ExpressionModel;
import dev.rapt.classifier.model.ExpressionScores;
import dev.rapt.classifier.model.GreyImage;
import dev.rapt.classifier.score.ModelService;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Scores one face crop for whoever asks; the picture is kept nowhere. */
@Path("/v1/expressions")
public class ExpressionsResource {

    private final ModelService models;
    private final BodyLimit bodies;
    private final Meters meters;
    private final CropReader reader;
    private final Semaphore places;
    private final Duration maxWait;

    ExpressionsResource(ClassifierConfig config, ModelService models, BodyLimit bodies, Meters meters) {
        this.models = models;
        this.bodies = bodies;
        this.meters = meters;
        this.reader = new CropReader(config.limits().maxPixels());
        this.places = new Semaphore(config.limits().maxConcurrent());
        this.maxWait = config.limits().maxWait();
    }

    /** The seven probabilities of one face crop, in any size: it is scaled to what the model eats. */
    @POST
    @Blocking
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "scoreCrop",
            summary = "The expressions of one face crop",
            description = "The body is one face, level and filling the picture, as PNG or JPEG in grey or colour. It is"
                    + " turned grey, scaled to the model's size and scored. An estimate of what the face visibly"
                    + " expresses; it says nothing certain of what anyone feels.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "200",
            description = "The estimate",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ExpressionsAnswer.class),
                            examples = @ExampleObject(name = "happy", value = Examples.HAPPY)))
    @APIResponse(
            responseCode = "400",
            description = "`empty-body`",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "413",
            description = "`body-too-large`, or `image-too-large`: the header declares too many pixels",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "415",
            description = "`unsupported-media-type`, or `media-type-mismatch`: the bytes are of another type",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "`corrupt-image`: truncated or damaged",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "truncated", value = Examples.TRUNCATED)))
    @APIResponse(
            responseCode = "429",
            description = "`overloaded`: too many pictures at once; see Retry-After",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "503",
            description = "`model-unavailable`; see Retry-After",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public ExpressionsAnswer score(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType, InputStream body)
            throws IOException {
        PictureType declared = PictureType.declaredBy(contentType);
        byte[] bytes = bodies.read(body);
        declared.requireIn(bytes);
        takePlace();
        try {
            return score(bytes);
        } catch (CropException e) {
            throw Refusal.of(e);
        } finally {
            places.release();
        }
    }

    private void takePlace() {
        try {
            if (places.tryAcquire(maxWait.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Refusal(Refusal.Kind.OVERLOADED, "Too many pictures at once");
    }

    private ExpressionsAnswer score(byte[] bytes) throws CropException {
        ExpressionModel model = models.model()
                .orElseThrow(() -> new Refusal(Refusal.Kind.MODEL_UNAVAILABLE, "There is no model to score with yet"));
        GreyImage crop = reader.read(bytes, model.width(), model.height());
        ExpressionScores scores = models.score(model, List.of(crop)).get(0);
        meters.answered("answered");
        return ExpressionsAnswer.of(scores, model.card());
    }
}
