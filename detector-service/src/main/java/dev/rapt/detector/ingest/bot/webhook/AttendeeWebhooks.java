package dev.rapt.detector.ingest.bot.webhook;

import dev.rapt.contracts.Keys;
import dev.rapt.detector.books.RefusalReason;
import dev.rapt.detector.config.DetectorConfig;
import dev.rapt.detector.ingest.RefusedException;
import dev.rapt.detector.ingest.http.Drain;
import dev.rapt.detector.ingest.http.SmallBody;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Attendee's webhooks of one meeting. Nothing is taken whose signature doesn't hold. */
@Path("/v1/meetings/{meetingId}/bots/attendee/webhooks")
@Tag(name = "Bots")
public final class AttendeeWebhooks {

    static final String SIGNATURE = "X-Webhook-Signature";

    private final WebhookDesk desk;
    private final DetectorConfig config;
    private final Vertx vertx;

    AttendeeWebhooks(WebhookDesk desk, DetectorConfig config, Vertx vertx) {
        this.desk = desk;
        this.config = config;
        this.vertx = vertx;
    }

    /** Takes one webhook in. */
    @POST
    @NonBlocking
    @Operation(
            operationId = "attendeeWebhook",
            summary = "Take one webhook of Attendee",
            description = "Answered after Kafka has acknowledged its event. One that is delivered again counts once.")
    @Parameter(
            name = SIGNATURE,
            in = ParameterIn.HEADER,
            description = "HMAC-SHA256 of the body's canonical form, in base64",
            schema = @Schema(implementation = String.class))
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(
            responseCode = "200",
            description = "Recorded, delivered before, of a type that isn't for us, or of whom may not be measured",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WebhookAnswer.class)))
    @APIResponse(
            responseCode = "4XX",
            description =
                    "bad-id, not-json, bad-message (400), missing-signature, bad-signature or meeting-undeclared (403),"
                            + " meeting-erased (410), body-too-large (413)",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "503",
            description = "webhook-secret-missing: set it; kafka-unavailable: deliver it again",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public CompletionStage<Response> take(
            @PathParam("meetingId") String meetingId, @Parameter(hidden = true) @Context HttpServerRequest request) {
        if (!desk.hasSecret()) {
            return refuse(
                    request,
                    Problem.of(
                            "webhook-secret-missing",
                            503,
                            "No secret to judge webhooks by",
                            "Set RAPT_DETECTOR_BOTS_ATTENDEE_WEBHOOK_SECRET to the webhook secret that Attendee shows,"
                                    + " in base64 as it is. Nothing unsigned is taken."));
        }
        if (!Keys.isId(meetingId)) {
            return refuse(request, problem(RefusalReason.BAD_ID, "The meeting's id must match " + Keys.ID_FORM + "."));
        }
        long maxBytes = config.bots().attendee().maxWebhookBytes().asLongValue();
        CompletableFuture<Response> answer = new CompletableFuture<>();
        SmallBody.read(request, maxBytes, vertx, config.body().timeout()).whenComplete((body, failure) -> {
            CompletionStage<Response> outcome = failure == null
                    ? desk.take(meetingId, body, request.getHeader(SIGNATURE))
                    : refuse(request, problem(RefusedException.from(failure)));
            outcome.whenComplete((response, fault) -> {
                if (fault == null) {
                    answer.complete(response);
                } else {
                    answer.completeExceptionally(fault);
                }
            });
        });
        return answer;
    }

    private CompletionStage<Response> refuse(HttpServerRequest request, Problem problem) {
        Drain.rest(
                request,
                vertx,
                config.body().drain().asLongValue(),
                config.body().timeout());
        return CompletableFuture.completedFuture(problem.toResponse());
    }

    private static Problem problem(RefusedException e) {
        return problem(e.reason(), e.getMessage());
    }

    private static Problem problem(RefusalReason reason, String detail) {
        return Problem.of(reason.reason(), reason.status(), reason.title(), detail);
    }
}
