package dev.rapt.aggregator.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/** Answers with a problem where no resource is called. */
@ApplicationScoped
class ProblemWriter {

    private final ObjectMapper json;

    ProblemWriter(ObjectMapper json) {
        this.json = json;
    }

    void write(HttpServerResponse response, ProblemException problem) {
        Response answer = problem.response();
        response.setStatusCode(answer.getStatus());
        answer.getStringHeaders().forEach(response::putHeader);
        try {
            response.end(json.writeValueAsString(answer.getEntity()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem can't be written", e);
        }
    }
}
