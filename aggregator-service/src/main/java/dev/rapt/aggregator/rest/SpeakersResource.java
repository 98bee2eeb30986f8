package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.log.MeetingSpeech.Said;
import dev.rapt.aggregator.query.MeetingLogs;
import dev.rapt.audit.Action;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who spoke when. */
@Path("/v1/meetings/{meetingId}/speakers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Meetings")
@APIResponse(responseCode = "304", ref = "#/components/responses/Unchanged")
@APIResponse(responseCode = "400", ref = "#/components/responses/BadQuestion")
@APIResponse(responseCode = "404", ref = "#/components/responses/Unknown")
@APIResponse(responseCode = "410", ref = "#/components/responses/Erased")
@APIResponse(
        responseCode = "503",
        description = "The timelines can't be read now; ask again after Retry-After seconds",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(responseCode = "403", ref = "#/components/responses/GroupView")
@Sight(Sight.Of.PEOPLE)
class SpeakersResource {

    private final MeetingLogs logs;
    private final Answers answers;
    private final int most;

    SpeakersResource(MeetingLogs logs, Answers answers, AggregatorConfig config) {
        this.logs = logs;
        this.answers = answers;
        this.most = config.query().maxIntervals();
    }

    @Audited(Action.READ)
    @GET
    @Tagged
    @Operation(
            summary = "Who spoke when",
            description =
                    "As bots say, in order of the starts; empty where none says anything. It is never guessed from pictures.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            schema = @Schema(implementation = SpeechViews.Speakers.class),
                            examples = @ExampleObject(name = "example", value = TimelineExamples.SPEAKERS)))
    public SpeechViews.Speakers speakers(
            @PathParam("meetingId") String meetingId,
            @Parameter(description = "Intervals that end after it", example = "2026-01-05T10:00:00Z")
                    @QueryParam("from")
                    Optional<String> from,
            @Parameter(description = "Intervals that start before it", example = "2026-01-05T11:00:00Z")
                    @QueryParam("to")
                    Optional<String> to,
            @Parameter(description = "The most to answer with; 1000 at most unless configured otherwise")
                    @QueryParam("limit")
                    Optional<String> limit,
            @Parameter(description = "How many to leave out first: next of the answer before") @QueryParam("offset")
                    Optional<String> offset) {
        Ids.check(meetingId);
        Instant start = from.map(text -> TimelineQuery.moment("from", text)).orElse(Instant.EPOCH);
        Instant end = to.map(text -> TimelineQuery.moment("to", text)).orElse(Instant.ofEpochMilli(Long.MAX_VALUE));
        if (!start.isBefore(end)) {
            throw ProblemException.badRequest("bad-range", "from must be before to");
        }
        int first = Numbers.number("offset", offset, 0, 0, Integer.MAX_VALUE);
        int count = Numbers.number("limit", limit, most, 1, most);
        List<Said> all = answers.meeting(logs.speech(meetingId), meetingId).between(start, end);
        List<Said> part = all.stream().skip(first).limit(count).toList();
        long next = (long) first + part.size();
        return new SpeechViews.Speakers(
                meetingId,
                part.stream().map(SpeechViews.Interval::of).toList(),
                next < all.size() ? Optional.of((int) next) : Optional.empty());
    }
}
