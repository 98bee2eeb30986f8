package dev.rapt.access.http;

import dev.rapt.access.http.Refusal.Reason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Answers those who aren't let in, with a problem document, and counts them. */
@Singleton
final class Refusals {

    private static final int UNAUTHORIZED = 401;
    private static final long LINGER_MILLIS = 2_000;

    private final Map<Reason, Counter> counters = new EnumMap<>(Reason.class);

    Refusals(MeterRegistry registry) {
        for (Reason reason : Reason.values()) {
            counters.put(
                    reason,
                    Counter.builder("rapt.access.refused")
                            .description("Requests that weren't let in")
                            .tag("reason", reason.text())
                            .register(registry));
        }
    }

    void answer(RoutingContext context, Refusal refusal) {
        answer(context, refusal, List.of());
    }

    /** @param methods what would be allowed, if that is what was wrong */
    void answer(RoutingContext context, Refusal refusal, List<String> methods) {
        Reason reason = refusal.reason();
        counters.get(reason).increment();
        HttpServerResponse response = context.response();
        response.putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .setStatusCode(reason.status());
        if (reason.status() == UNAUTHORIZED) {
            response.putHeader(
                    "WWW-Authenticate",
                    reason == Reason.TOKEN_MISSING
                            ? "Bearer realm=\"rapt\""
                            : "Bearer realm=\"rapt\", error=\"invalid_token\"");
        }
        refusal.retryAfter()
                .ifPresent(wait -> response.putHeader(
                        HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, (wait.toMillis() + 999) / 1000))));
        if (!methods.isEmpty()) {
            response.putHeader(HttpHeaders.ALLOW, String.join(", ", methods));
        }
        if (hasBody(context)) {
            response.putHeader(HttpHeaders.CONNECTION, "close");
            cutOff(context);
        }
        context.request().resume();
        response.end(new JsonObject()
                .put("type", "urn:rapt:problem:" + reason.text())
                .put("title", response.getStatusMessage())
                .put("status", reason.status())
                .put("detail", refusal.detail())
                .put("reason", reason.text())
                .toBuffer());
    }

    /** What is left of a body is thrown away for a moment, so that the sender gets to read the answer, and then cut off. */
    private static void cutOff(RoutingContext context) {
        context.vertx().setTimer(LINGER_MILLIS, late -> {
            if (!context.request().isEnded()) {
                context.request().connection().close();
            }
        });
    }

    private static boolean hasBody(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return context.request().getHeader(HttpHeaders.TRANSFER_ENCODING) != null
                || length != null && !length.equals("0");
    }
}
