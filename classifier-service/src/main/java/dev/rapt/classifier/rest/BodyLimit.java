package dev.rapt.classifier.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapt.classifier.ClassifierConfig;
import dev.rapt.classifier.Meters;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;

/**
 * Refuses bodies beyond the limit with a problem document, which the server's own limit has none of: by the declared
 * length before anything else looks at the request, and while reading where none is declared.
 */
@ApplicationScoped
class BodyLimit {

    private static final int BEFORE_EVERYTHING = 1_000;

    private final long limit;
    private final ObjectMapper json;
    private final Meters meters;

    BodyLimit(ClassifierConfig config, ObjectMapper json, Meters meters) {
        this.limit = config.limits().maxBody().asLongValue();
        this.json = json;
        this.meters = meters;
    }

    void register(@Observes Filters filters) {
        filters.register(this::judgeDeclaredLength, BEFORE_EVERYTHING);
    }

    private void judgeDeclaredLength(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (declaredLength(request) > limit) {
            refuse(context);
        } else {
            context.next();
        }
    }

    private void refuse(RoutingContext context) {
        Refusal refusal = Refusal.bodyTooLarge(limit);
        meters.answered(refusal.kind().reason());
        // What the sender goes on sending is dropped as it comes, so that it can read the answer
        context.request().handler(dropped -> {});
        context.request().resume();
        context.response()
                .setStatusCode(refusal.kind().status)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(written(refusal.problem()));
    }

    private String written(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long declaredLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            // Longer than any number of bytes, or none at all: the server refuses the latter itself
            return Long.MAX_VALUE;
        }
    }

    /** The whole body, read to the limit at most. */
    byte[] read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, limit + 1));
        if (bytes.length > limit) {
            throw Refusal.bodyTooLarge(limit);
        }
        return bytes;
    }
}
