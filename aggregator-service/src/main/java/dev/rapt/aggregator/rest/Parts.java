package dev.rapt.aggregator.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapt.aggregator.cluster.Gathered;
import dev.rapt.aggregator.cluster.Gathering;
import dev.rapt.aggregator.cluster.Question;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Asks all instances the question under way, and reads their answers as the resource would give them itself. */
@ApplicationScoped
class Parts {

    private final Gathering gathering;
    private final ObjectMapper json;
    private final Answers answers;

    Parts(Gathering gathering, ObjectMapper json, Answers answers) {
        this.gathering = gathering;
        this.json = json;
        this.answers = answers;
    }

    /**
     * All parts, this instance's first; a 503 when nothing is known.
     *
     * @param meetings what the question is about; none: all there are
     * @param own makes this instance's part, perhaps twice: of what it counts, and of its copies
     */
    <T> Gathered<T> gather(UriInfo asked, Set<String> meetings, Supplier<T> own, Class<T> type) {
        Gathered<T> gathered = gathering.gather(
                new Question<>(pathAndQuery(asked.getRequestUri()), meetings, own, body -> read(body, type)));
        if (!gathered.known()) {
            throw answers.notReady();
        }
        return gathered;
    }

    /** Whether the part being made has this meeting to tell of. */
    boolean has(String meetingId) {
        return gathering.isOfThisPart(meetingId);
    }

    /** The instances that couldn't tell theirs. */
    static List<MeetingViews.Missing> missing(Gathered<?> gathered) {
        return gathered.missing().stream()
                .map(one -> new MeetingViews.Missing(one.instance(), one.reason()))
                .toList();
    }

    private static String pathAndQuery(URI asked) {
        return asked.getRawQuery() == null ? asked.getRawPath() : asked.getRawPath() + "?" + asked.getRawQuery();
    }

    private <T> T read(String body, Class<T> type) {
        try {
            return json.readValue(body, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Another instance's part can't be read", e);
        }
    }
}
