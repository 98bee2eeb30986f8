package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.query.Meetings;
import dev.rapt.audit.Action;
import dev.rapt.meeting.Consent;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the participants of a meeting said, a part of the list at a time. */
@Path("/v1/meetings/{meetingId}/consents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Consent")
@APIResponse(responseCode = "304", ref = "#/components/responses/Unchanged")
@APIResponse(responseCode = "400", ref = "#/components/responses/BadQuestion")
@APIResponse(responseCode = "404", ref = "#/components/responses/Unknown")
@APIResponse(responseCode = "410", ref = "#/components/responses/Erased")
@APIResponse(responseCode = "503", ref = "#/components/responses/NotReady")
@Sight(Sight.Of.NOBODY)
class ConsentsResource {

    private final Meetings meetings;
    private final Ruled ruled;
    private final Answers answers;
    private final int most;

    ConsentsResource(Meetings meetings, Ruled ruled, Answers answers, AggregatorConfig config) {
        this.meetings = meetings;
        this.ruled = ruled;
        this.answers = answers;
        this.most = config.query().maxParticipants();
    }

    @Audited(Action.READ)
    @GET
    @TaggedByContent
    @Operation(
            summary = "What the participants of a meeting said",
            description = "In order of their ids, as they are kept. Who has said nothing isn't in the list, and neither"
                    + " is who is erased.")
    @APIResponse(
            responseCode = "200",
            description = "A part of the list",
            content =
                    @Content(
                            schema = @Schema(implementation = ConsentViews.Consents.class),
                            examples = @ExampleObject(name = "consents", value = RuleExamples.CONSENTS)))
    public ConsentViews.Consents consents(
            @PathParam("meetingId") String meetingId,
            @Parameter(description = "The most to answer with; 1000 at most unless configured otherwise")
                    @QueryParam("limit")
                    Optional<String> limit,
            @Parameter(description = "next of the answer before") @QueryParam("cursor") Optional<String> cursor) {
        Ids.check(meetingId);
        int count = Numbers.number("limit", limit, most, 1, most);
        String after = cursor.map(Cursor::participant).orElse("");
        answers.meeting(meetings.meeting(meetingId), meetingId);
        List<Consent> left = ruled.book().consents(meetingId).stream()
                .filter(consent -> consent.participantId().compareTo(after) > 0)
                .sorted(Comparator.comparing(Consent::participantId))
                .toList();
        List<Consent> part = left.subList(0, Math.min(count, left.size()));
        return new ConsentViews.Consents(
                meetingId,
                part.stream()
                        .map(consent -> ConsentViews.Consent.of(consent, false))
                        .toList(),
                part.size() < left.size()
                        ? Optional.of(Cursor.of(part.get(part.size() - 1).participantId()))
                        : Optional.empty());
    }
}
