package dev.rapt.aggregator.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.query.KnownMeeting;
import dev.rapt.aggregator.query.Lookup;
import dev.rapt.aggregator.query.Meetings;
import dev.rapt.audit.Action;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
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

/** Meetings side by side. */
@Path("/v1/comparisons")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Timelines")
@APIResponse(responseCode = "400", ref = "#/components/responses/BadQuestion")
@APIResponse(responseCode = "503", ref = "#/components/responses/NotReady")
@Sight(Sight.Of.GROUPS)
class ComparisonsResource {

    private static final int LEAST = 2;

    private final Meetings meetings;
    private final Summaries summaries;
    private final ObjectMapper json;
    private final Parts parts;
    private final int most;

    ComparisonsResource(
            Meetings meetings, Summaries summaries, ObjectMapper json, Parts parts, AggregatorConfig config) {
        this.parts = parts;
        this.meetings = meetings;
        this.summaries = summaries;
        this.json = json;
        this.most = config.query().maxCompared();
    }

    @Audited(Action.READ)
    @GET
    @TaggedByContent
    @Operation(
            summary = "Meetings side by side",
            description = "The summary of each, in the order of the question. What can't be compared is named with the"
                    + " reason, and so is every instance that couldn't tell its part.")
    @APIResponse(
            responseCode = "200",
            description = "Those that can be compared",
            content =
                    @Content(
                            schema = @Schema(implementation = SummaryViews.Comparison.class),
                            examples = @ExampleObject(name = "comparison", value = Examples.COMPARISON)))
    @APIResponse(responseCode = "304", ref = "#/components/responses/Unchanged")
    public SummaryViews.Comparison compare(
            @Parameter(
                            description = "2 to 20 different ids with commas between",
                            example = "bio-101,bio-102",
                            required = true)
                    @QueryParam("meetings")
                    Optional<String> meetings,
            @Context UriInfo asked) {
        Set<String> ids = ids(meetings.orElse(""));
        return Comparisons.merge(ids, parts.gather(asked, ids, () -> part(ids), SummaryViews.Comparison.class));
    }

    private Set<String> ids(String list) {
        Set<String> ids = new LinkedHashSet<>();
        Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .forEach(id -> {
                    Ids.check(id);
                    ids.add(id);
                });
        if (ids.size() < LEAST || ids.size() > most) {
            throw ProblemException.badRequest(
                    "bad-meetings", "meetings has " + LEAST + " to " + most + " different ids with commas between");
        }
        return ids;
    }

    private SummaryViews.Comparison part(Set<String> ids) {
        List<SummaryViews.Compared> compared = new ArrayList<>();
        List<SummaryViews.Without> without = new ArrayList<>();
        for (String id : ids) {
            if (!parts.has(id)) {
                continue;
            }
            Lookup<KnownMeeting> meeting = meetings.meeting(id);
            if (meeting instanceof Lookup.Found<KnownMeeting> found
                    && found.value().showsOnlyGroups()) {
                without.add(new SummaryViews.Without(id, "group-view"));
            } else if (meeting instanceof Lookup.Found<KnownMeeting> found
                    && found.value().counted().isPresent()) {
                compared.add(
                        new SummaryViews.Compared(id, false, json.valueToTree(summaries.meetingWithoutMoments(id))));
            } else {
                without.add(new SummaryViews.Without(id, reason(meeting)));
            }
        }
        return new SummaryViews.Comparison(compared, without, List.of());
    }

    private static String reason(Lookup<KnownMeeting> meeting) {
        if (meeting instanceof Lookup.Found<KnownMeeting>) {
            return Summaries.NOBODY_SEEN;
        }
        if (meeting instanceof Lookup.Erased<KnownMeeting>) {
            return "meeting-erased";
        }
        return meeting instanceof Lookup.NotFound<KnownMeeting> ? "meeting-unknown" : Comparisons.NOT_READY;
    }
}
