package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.cluster.Gathered;
import dev.rapt.aggregator.cluster.Part;
import dev.rapt.aggregator.query.MeetingPage;
import dev.rapt.aggregator.query.MeetingSearch;
import dev.rapt.aggregator.query.Meetings;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The list of meetings. */
@Path("/v1/meetings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Meetings", description = "Meetings and who was in them")
@APIResponse(responseCode = "400", ref = "#/components/responses/BadQuestion")
@APIResponse(responseCode = "503", ref = "#/components/responses/NotReady")
@Sight(Sight.Of.GROUPS)
class MeetingsResource {

    private final Meetings meetings;
    private final Answers answers;
    private final Parts parts;
    private final AggregatorConfig.Query limits;

    MeetingsResource(Meetings meetings, Answers answers, Parts parts, AggregatorConfig config) {
        this.parts = parts;
        this.meetings = meetings;
        this.answers = answers;
        this.limits = config.query();
    }

    @NotAudited("It tells which meetings there are, of people only how many")
    @GET
    @TaggedByContent
    @Operation(
            summary = "Meetings",
            description =
                    "Those with frames and those that were declared; none is an empty list. A meeting's time is from"
                            + " its first frame to its last; without a frame, from when it was declared to its end.")
    @APIResponse(
            responseCode = "200",
            description = "A part of the list",
            content =
                    @Content(
                            schema = @Schema(implementation = MeetingViews.Meetings.class),
                            examples = @ExampleObject(name = "meetings", value = Examples.MEETINGS)))
    @APIResponse(responseCode = "304", ref = "#/components/responses/Unchanged")
    public MeetingViews.Meetings meetings(
            @Parameter(description = "Meetings that went on at it or later", example = "2026-01-05T00:00:00Z")
                    @QueryParam("from")
                    Optional<String> from,
            @Parameter(description = "Meetings that began before it", example = "2026-01-06T00:00:00Z")
                    @QueryParam("to")
                    Optional<String> to,
            @Parameter(description = "Meetings with this label; of several, with all of them", example = "bio")
                    @QueryParam("label")
                    List<String> labels,
            @Parameter(description = "In the title or the id, whatever its case", example = "biology") @QueryParam("q")
                    Optional<String> text,
            @Parameter(
                            description = "id (the default), or newest: the meeting that began last comes first",
                            example = "newest")
                    @QueryParam("order")
                    Optional<String> order,
            @Parameter(description = "The most to answer with, 1 to 1000; 100 unless configured otherwise")
                    @QueryParam("limit")
                    Optional<String> limit,
            @Parameter(description = "next of the answer before, to the same question") @QueryParam("cursor")
                    Optional<String> cursor,
            @Context UriInfo asked) {
        MeetingSearch search = MeetingsQuery.parse(from, to, labels, text, order, limit, cursor, limits);
        Gathered<MeetingViews.Meetings> gathered =
                parts.gather(asked, Set.of(), () -> own(search), MeetingViews.Meetings.class);
        return MeetingList.merge(
                search, gathered.parts().stream().map(MeetingsResource::marked).toList(), Parts.missing(gathered));
    }

    private static MeetingViews.Meetings marked(Part<MeetingViews.Meetings> part) {
        return part.stale() ? part.value().asStale() : part.value();
    }

    private MeetingViews.Meetings own(MeetingSearch search) {
        MeetingPage page = answers.found(meetings.find(search), "no-meetings", "There are no meetings");
        return MeetingList.of(search, page);
    }
}
