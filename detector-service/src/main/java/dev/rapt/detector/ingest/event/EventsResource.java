package dev.rapt.detector.ingest.event;

import dev.rapt.detector.config.DetectorConfig;
import dev.rapt.detector.ingest.FrameRules;
import dev.rapt.detector.ingest.MeetingGate;
import dev.rapt.detector.ingest.RefusedException;
import dev.rapt.detector.ingest.http.Drain;
import dev.rapt.detector.ingest.http.OutcomeProblem;
import dev.rapt.detector.ingest.http.SmallBody;
import dev.rapt.detector.meeting.MeetingEvent;
import dev.rapt.detector.meeting.MeetingLog;
import dev.rapt.detector.meeting.MeetingStates;
import dev.rapt.detector.meters.Meters;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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

/** Events of a meeting without a bot's product: who came and went, who speaks, whose camera is on. */
@Path("/v1/meetings/{meetingId}/events")
@Tag(name = "Events")
public final class EventsResource {

    private static final String EXAMPLE =
            """
            [{"type":"joined","participantId":"ada","at":"2026-01-05T10:00:00Z","name":"Ada"},
             {"type":"speech-on","participantId":"ada","at":1767607205000}]""";

    private final EventReader reader;
    private final MeetingLog log;
    private final MeetingGate gate;
    private final Meters meters;
    private final DetectorConfig config;
    private final Vertx vertx;

    EventsResource(
            FrameRules rules, MeetingLog log, MeetingStates states, Meters meters, DetectorConfig config, Vertx vertx) {
        this.reader = new EventReader(rules, config.events().maxEvents());
        this.log = log;
        this.gate = states;
        this.meters = meters;
        this.config = config;
        this.vertx = vertx;
    }

    /** Takes events in. */
    @POST
    @NonBlocking
    @Operation(
            operationId = "sendEvents",
            summary = "Say who came and went, who speaks, and whose camera is on",
            description =
                    "One event or a list, all of which are taken or none. Answered after Kafka has acknowledged them. An"
                            + " event that is sent again (same participant, moment and type) counts once.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "events", value = EXAMPLE)))
    @APIResponse(
            responseCode = "202",
            description = "Recorded",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EventsAnswer.class)))
    @APIResponse(
            responseCode = "4XX",
            description = "not-json, bad-events, bad-type, bad-id, bad-at or incomplete-body (400), meeting-undeclared,"
                    + " consent-missing, consent-withdrawn or captured-before-consent (403), meeting-erased,"
                    + " participant-erased or pseudonym-key-deleted (410), body-too-large (413),"
                    + " captured-at-out-of-range (422)",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "503",
            description = "kafka-unavailable or not-ready: safe to send again unchanged after Retry-After seconds",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public CompletionStage<Response> take(
            @PathParam("meetingId") String meetingId, @Parameter(hidden = true) @Context HttpServerRequest request) {
        CompletableFuture<Response> answer = new CompletableFuture<>();
        SmallBody.read(
                        request,
                        config.events().maxBytes().asLongValue(),
                        vertx,
                        config.body().timeout())
                .whenComplete((body, refused) -> {
                    if (refused == null) {
                        // A send may wait for Kafka a moment, which no event loop may
                        vertx.executeBlocking(() -> publish(meetingId, body), false)
                                .onSuccess(stage -> stage.thenAccept(answer::complete))
                                .onFailure(answer::completeExceptionally);
                    } else {
                        answer.complete(refuse(request, RefusedException.from(refused)));
                    }
                });
        return answer;
    }

    private CompletionStage<Response> publish(String meetingId, byte[] body) {
        Optional<String> obstacle = gate.obstacle();
        if (obstacle.isPresent()) {
            return CompletableFuture.completedFuture(count("not-ready", unavailable("not-ready", obstacle.get())));
        }
        try {
            List<MeetingEvent> events = reader.read(meetingId, body);
            return publish(events)
                    .handle((done, failure) -> failure == null
                            ? count("event", recorded(meetingId, events.size()))
                            : notRecorded(failure));
        } catch (BadEventException e) {
            return CompletableFuture.completedFuture(
                    count("malformed", e.problem().toResponse()));
        }
    }

    private CompletableFuture<Void> publish(List<MeetingEvent> events) {
        List<CompletableFuture<Void>> acknowledged = new ArrayList<>();
        for (MeetingEvent event : events) {
            CompletableFuture<Void> one = log.publish(event).toCompletableFuture();
            acknowledged.add(one);
            if (one.isCompletedExceptionally()) {
                // Kafka is away: the others would each wait for it in turn
                break;
            }
        }
        return CompletableFuture.allOf(acknowledged.toArray(CompletableFuture[]::new));
    }

    private Response notRecorded(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        // Somebody said no just now
        return cause instanceof RefusedException refused
                ? count("event-refused", OutcomeProblem.of(refused).toResponse())
                : count("event-lost", unavailable("kafka-unavailable", "Not all events are recorded."));
    }

    private static Response recorded(String meetingId, int events) {
        return Response.accepted(new EventsAnswer(meetingId, events))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private static Response unavailable(String reason, String why) {
        return Problem.of(reason, 503, "Can't be recorded now", why + " The request is safe to send again unchanged.")
                .toResponse();
    }

    private Response refuse(HttpServerRequest request, RefusedException refused) {
        Drain.rest(
                request,
                vertx,
                config.body().drain().asLongValue(),
                config.body().timeout());
        return count("malformed", OutcomeProblem.of(refused).toResponse());
    }

    private Response count(String result, Response response) {
        meters.botMessage(EventReader.SOURCE, result);
        return response;
    }
}
