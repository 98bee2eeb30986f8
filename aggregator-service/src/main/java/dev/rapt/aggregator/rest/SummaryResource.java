package dev.rapt.aggregator.rest;

import dev.rapt.audit.Action;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a meeting or a group comes to over its whole time. */
@Path("/v1/meetings/{meetingId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Timelines")
@APIResponse(responseCode = "304", ref = "#/components/responses/Unchanged")
@APIResponse(responseCode = "400", ref = "#/components/responses/BadQuestion")
@APIResponse(responseCode = "404", ref = "#/components/responses/Unknown")
@APIResponse(responseCode = "410", ref = "#/components/responses/Erased")
@APIResponse(responseCode = "503", ref = "#/components/responses/NotReady")
@APIResponse(responseCode = "403", ref = "#/components/responses/GroupView")
@Sight(Sight.Of.PEOPLE)
class SummaryResource {

    private final Summaries summaries;

    SummaryResource(Summaries summaries) {
        this.summaries = summaries;
    }

    @Audited(Action.READ)
    @GET
    @Tagged
    @Path("summary")
    @Operation(
            summary = "A meeting's whole time",
            description = "Everybody together: how many there were, for how long what was displayed, the attention, and"
                    + " who spoke how much. 404 with the reason nobody-seen while there is no frame.")
    @APIResponse(
            responseCode = "200",
            description = "Everybody together",
            content =
                    @Content(
                            schema = @Schema(implementation = SummaryViews.Summary.class),
                            examples = @ExampleObject(name = "summary", value = Examples.SUMMARY)))
    public SummaryViews.Summary meeting(@PathParam("meetingId") String meetingId) {
        Ids.check(meetingId);
        return summaries.meeting(meetingId);
    }

    @Audited(Action.READ)
    @GET
    @Tagged
    @Path("groups/{group}/summary")
    @Operation(summary = "A group's whole time", description = "The same of those of a declared group.")
    @APIResponse(
            responseCode = "200",
            description = "The group together",
            content =
                    @Content(
                            schema = @Schema(implementation = SummaryViews.Summary.class),
                            examples = @ExampleObject(name = "summary", value = Examples.GROUP_SUMMARY)))
    public SummaryViews.Summary group(
            @PathParam("meetingId") String meetingId,
            @Parameter(description = "As declared", example = "front row") @PathParam("group") String group) {
        Ids.check(meetingId);
        return summaries.group(meetingId, group);
    }
}
