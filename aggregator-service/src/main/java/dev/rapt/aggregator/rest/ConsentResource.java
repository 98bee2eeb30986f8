package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.query.Meetings;
import dev.rapt.audit.Action;
import dev.rapt.meeting.MeetingBook;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether a participant may be measured. A no holds everywhere within a second. */
@Path("/v1/meetings/{meetingId}/participants/{participantId}/consent")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Consent", description = "Who may be measured, as the participants say")
@APIResponse(responseCode = "400", ref = "#/components/responses/BadQuestion")
@APIResponse(responseCode = "410", ref = "#/components/responses/Erased")
@APIResponse(responseCode = "503", ref = "#/components/responses/NotReady")
@Sight(Sight.Of.NOBODY)
class ConsentResource {

    private final Clock clock = Clock.systemUTC();
    private final Meetings meetings;
    private final Consenting consenting;
    private final Ruled ruled;
    private final Answers answers;
    private final ConsentBody body;

    ConsentResource(Meetings meetings, Consenting consenting, Ruled ruled, Answers answers, AggregatorConfig config) {
        this.meetings = meetings;
        this.consenting = consenting;
        this.ruled = ruled;
        this.answers = answers;
        this.body = new ConsentBody(config);
    }

    @Audited(Action.READ)
    @GET
    @TaggedByContent
    @Operation(
            summary = "What a participant said",
            description = "The id is the bot's, or a pseudonym. 404 of who has said nothing.")
    @APIResponse(
            responseCode = "200",
            description = "What holds",
            content =
                    @Content(
                            schema = @Schema(implementation = ConsentViews.Consent.class),
                            examples = @ExampleObject(name = "consent", value = RuleExamples.CONSENT)))
    @APIResponse(responseCode = "304", ref = "#/components/responses/Unchanged")
    @APIResponse(responseCode = "404", ref = "#/components/responses/Unknown")
    public ConsentViews.Consent consent(
            @PathParam("meetingId") String meetingId, @PathParam("participantId") String participantId) {
        Ids.check(meetingId, participantId);
        answers.meeting(meetings.meeting(meetingId), meetingId);
        MeetingBook book = ruled.book();
        String kept = ruled.kept(meetingId, participantId);
        if (book.isErased(meetingId, kept)) {
            throw Ruled.participantErased();
        }
        return book.consent(meetingId, kept)
                .map(consent -> ConsentViews.Consent.of(consent, false))
                .orElseThrow(() -> ProblemException.notFound(
                        "consent-unknown", "Nobody has recorded what " + kept + " says in meeting " + meetingId));
    }

    @Audited(Action.CONSENT)
    @PUT
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "consent",
            summary = "Say whether a participant may be measured",
            description = "In the place of what was said before, and before the first frame: where consent is explicit,"
                    + " frames of who has said nothing are refused. A no holds everywhere within a second;"
                    + " with erase, what is kept of the participant goes, too. Who said no and agrees again does"
                    + " so from then on: notBefore. The id is the bot's, or a pseudonym; in a pseudonymous"
                    + " meeting the answer names the pseudonym.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ConsentViews.ToSay.class),
                            examples = {
                                @ExampleObject(name = "yes", value = RuleExamples.YES),
                                @ExampleObject(name = "no", value = RuleExamples.NO)
                            }))
    @APIResponse(
            responseCode = "200",
            description = "Recorded; it holds on this instance, and on the others within a second",
            content =
                    @Content(
                            schema = @Schema(implementation = ConsentViews.Consent.class),
                            examples = @ExampleObject(name = "consent", value = RuleExamples.CONSENT)))
    @APIResponse(responseCode = "202", ref = "#/components/responses/Later")
    @APIResponse(
            responseCode = "409",
            description = "meeting-undeclared: nobody has said what the meeting is measured for",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "meeting-undeclared", value = RuleExamples.UNDECLARED)))
    @APIResponse(responseCode = "413", ref = "#/components/responses/TooLarge")
    public Response say(
            @PathParam("meetingId") String meetingId,
            @PathParam("participantId") String participantId,
            InputStream content) {
        Ids.check(meetingId, participantId);
        ConsentBody.Said said = body.read(content);
        Consenting.Outcome outcome = consenting.say(meetingId, participantId, said, clock.instant());
        return (outcome.shows() ? Response.ok() : Response.accepted())
                .entity(ConsentViews.Consent.of(outcome.consent(), said.erase()))
                .build();
    }
}
