package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.notice.Notices;
import dev.rapt.aggregator.query.KnownMeeting;
import dev.rapt.aggregator.query.Meetings;
import dev.rapt.meeting.Terms;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the participants of a meeting are told, and what is measured now. */
@Path("/v1/meetings/{meetingId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Participants", description = "For those who are measured")
@APIResponse(responseCode = "400", ref = "#/components/responses/BadQuestion")
@APIResponse(responseCode = "503", ref = "#/components/responses/NotReady")
@Sight(Sight.Of.NOBODY)
class NoticeResource {

    private final Notices notices = new Notices();
    private final Meetings meetings;
    private final MeasuringMaker measuring;
    private final Ruled ruled;
    private final Answers answers;
    private final Addresses addresses;
    private final int least;

    NoticeResource(
            Meetings meetings,
            MeasuringMaker measuring,
            Ruled ruled,
            Answers answers,
            Addresses addresses,
            AggregatorConfig config) {
        this.meetings = meetings;
        this.measuring = measuring;
        this.ruled = ruled;
        this.answers = answers;
        this.addresses = addresses;
        this.least = config.group().k();
    }

    @GET
    @NotAudited("It tells what people are told, and nothing of anybody")
    @Path("notice")
    @Operation(
            summary = "A meeting's notice",
            description = "What its participants are to be told before they are measured: for a bot to post, or to read"
                    + " to them. Its version belongs into their consent.")
    @APIResponse(
            responseCode = "200",
            description = "The notice",
            content =
                    @Content(
                            schema = @Schema(implementation = NoticeViews.Answer.class),
                            examples = @ExampleObject(name = "notice", value = PersonExamples.NOTICE)))
    @APIResponse(responseCode = "404", ref = "#/components/responses/Unknown")
    @APIResponse(
            responseCode = "409",
            description = "meeting-undeclared: nobody has said what the meeting is measured for",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "410", ref = "#/components/responses/Erased")
    public NoticeViews.Answer notice(
            @PathParam("meetingId") String meetingId,
            @Parameter(description = "By BCP 47; English without it", example = "de") @QueryParam("language")
                    Optional<String> language,
            @Context UriInfo asked) {
        Ids.check(meetingId);
        String wanted = language.map(NoticesResource::language).orElse(Notices.LANGUAGES.get(0));
        KnownMeeting meeting = answers.meeting(meetings.meeting(meetingId), meetingId);
        Terms terms = ruled.declared(meetingId);
        String link = addresses.notice(asked, meetingId);
        Notices.Facts facts = new Notices.Facts(measuring.retention(meeting), least, link);
        return NoticeViews.Answer.of(meetingId, notices.of(wanted, terms, facts), link);
    }

    @GET
    @NotAudited("It tells how many are measured, never who")
    @Path("measuring")
    @Operation(
            summary = "What is measured now",
            description = "For conferencing clients and for the participants; says of nobody who it is. The live"
                    + " streams tell the same when it changes.")
    @APIResponse(
            responseCode = "200",
            description = "What is measured",
            content =
                    @Content(
                            schema = @Schema(implementation = Measuring.class),
                            examples = @ExampleObject(name = "measuring", value = PersonExamples.MEASURING)))
    @APIResponse(responseCode = "404", ref = "#/components/responses/Unknown")
    @APIResponse(responseCode = "410", ref = "#/components/responses/Erased")
    public Measuring measuring(@PathParam("meetingId") String meetingId) {
        Ids.check(meetingId);
        ruled.book();
        return measuring.of(answers.meeting(meetings.meeting(meetingId), meetingId));
    }
}
