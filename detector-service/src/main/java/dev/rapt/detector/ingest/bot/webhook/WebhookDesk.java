package dev.rapt.detector.ingest.bot.webhook;

import dev.rapt.detector.books.RefusalReason;
import dev.rapt.detector.config.DetectorConfig;
import dev.rapt.detector.ingest.RefusedException;
import dev.rapt.detector.ingest.bot.EventDesk;
import dev.rapt.detector.ingest.bot.attendee.AttendeeEvents;
import dev.rapt.detector.ingest.bot.attendee.AttendeeProtocol;
import dev.rapt.detector.ingest.bot.message.BotMessage;
import dev.rapt.detector.ingest.bot.message.BotText;
import dev.rapt.detector.ingest.bot.message.Fields;
import dev.rapt.detector.ingest.bot.message.MalformedException;
import dev.rapt.detector.meters.Meters;
import dev.rapt.detector.problem.Problem;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Judges a webhook that has arrived whole and publishes what it says. Any thread may call anything. */
@Singleton
final class WebhookDesk {

    private final Optional<WebhookSignature> signature;
    private final RecentKeys taken;
    private final EventDesk events;
    private final Meters meters;

    WebhookDesk(EventDesk events, DetectorConfig config, Meters meters) {
        DetectorConfig.Bots.Attendee attendee = config.bots().attendee();
        this.signature = attendee.webhookSecret().flatMap(WebhookSignature::of);
        this.taken = new RecentKeys(attendee.rememberedWebhooks());
        this.events = events;
        this.meters = meters;
    }

    /** Whether signatures can be judged. */
    boolean hasSecret() {
        return signature.isPresent();
    }

    /** The answer to a webhook, after Kafka's acknowledgement. */
    CompletionStage<Response> take(String meetingId, byte[] body, String given) {
        try {
            if (given == null) {
                return refuse("unsigned", "missing-signature", 403, "The header X-Webhook-Signature is missing.");
            }
            if (!signature.orElseThrow().holds(body, given)) {
                return refuse(
                        "unsigned", "bad-signature", 403, "The signature isn't one of this body with this secret.");
            }
            return take(meetingId, BotText.of(body).read(AttendeeEvents.PLACES));
        } catch (MalformedException e) {
            // What holds for frames too has a status of its own
            int status = RefusalReason.of(e.reason()).map(RefusalReason::status).orElse(400);
            return refuse("malformed", e.reason(), status, e.getMessage());
        }
    }

    private CompletionStage<Response> take(String meetingId, Fields fields) throws MalformedException {
        Optional<String> key = AttendeeEvents.idempotencyKey(fields).map(given -> meetingId + " " + given);
        if (key.filter(taken::contains).isPresent()) {
            return answer("repeated", WebhookAnswer.REPEATED);
        }
        if (!(AttendeeEvents.message(fields) instanceof BotMessage.Events happened)) {
            return answer("ignored", WebhookAnswer.IGNORED);
        }
        return events.take(meetingId, AttendeeProtocol.NAME, happened).handle((done, failure) -> {
            if (failure instanceof RefusedException) {
                count("event-refused");
                return ok(WebhookAnswer.REFUSED);
            }
            if (failure != null) {
                count("event-lost");
                return Problem.of(
                                "kafka-unavailable",
                                503,
                                "Kafka didn't acknowledge",
                                "The event is not recorded; deliver the webhook again.")
                        .toResponse();
            }
            key.ifPresent(taken::add);
            count("event");
            return ok(WebhookAnswer.RECORDED);
        });
    }

    private CompletionStage<Response> answer(String result, WebhookAnswer answer) {
        count(result);
        return CompletableFuture.completedFuture(ok(answer));
    }

    private CompletionStage<Response> refuse(String result, String reason, int status, String detail) {
        count(result);
        return CompletableFuture.completedFuture(Problem.of(reason, status, "Not a webhook that is taken", detail)
                .toResponse());
    }

    private static Response ok(WebhookAnswer answer) {
        return Response.ok(answer, MediaType.APPLICATION_JSON_TYPE).build();
    }

    private void count(String result) {
        meters.botMessage(AttendeeProtocol.NAME, result);
    }
}
