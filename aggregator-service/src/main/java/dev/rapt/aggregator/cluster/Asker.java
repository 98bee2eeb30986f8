package dev.rapt.aggregator.cluster;

import dev.rapt.audit.Claims;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Who asks what is under way, as its headers say: whoever tells a part of the answer must write it down, too. */
@ApplicationScoped
class Asker {

    private static final List<String> HEADERS = List.of("Authorization", Claims.ACTOR, Claims.PURPOSE);

    private final CurrentVertxRequest current;

    Asker(CurrentVertxRequest current) {
        this.current = current;
    }

    /** Says so in another request. */
    void introduce(RequestOptions onward) {
        if (current.getCurrent() != null) {
            HttpServerRequest request = current.getCurrent().request();
            HEADERS.stream()
                    .filter(request.headers()::contains)
                    .forEach(header -> onward.putHeader(header, request.getHeader(header)));
        }
    }
}
