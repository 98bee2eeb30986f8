package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.notice.Notice;
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
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What participants are told, and what is measured now. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Participants", description = "For those who are measured")
@APIResponse(responseCode = "400", ref = "#/components/responses/BadQuestion")
@APIResponse(responseCode = "503", ref = "#/components/responses/NotReady")
class NoticesResource {

    private final Notices notices = new Notices();
    private final Meetings meetings;
    private final MeasuringMaker measuring;
    private final Ruled ruled;
    private final Answers answers;
    private final Addresses addresses;
    private final int least;

    NoticesResource(
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
    @Path("notices")
    @Operation(
            summary = "What participants may be told",
            description = "In all languages, or in one. A meeting's own notice has the sentences that hold for it.")
    @APIResponse(
            responseCode = "200",
            description = "The notices",
            content =
                    @Content(
                            schema = @Schema(implementation = NoticeViews.Notices.class),
                            examples = @ExampleObject(name = "notices", value = PersonExamples.NOTICES)))
    public NoticeViews.Notices notices(
            @Parameter(description = "By BCP 47; all without it", example = "de") @QueryParam("language")
                    Optional<String> language) {
        List<String> wanted =
                language.map(NoticesResource::language).map(List::of).orElse(Notices.LANGUAGES);
        return new NoticeViews.Notices(
                notices.version(), wanted.stream().map(this::template).toList());
    }

    private NoticeViews.Template template(String language) {
        Notice template = notices.template(language);
        return new NoticeViews.Template(language, notices.nameOf(language), template.title(), template.paragraphs());
    }

    @GET
    @NotAudited("It tells what people are told, and nothing of anybody")
    @Path("meetings/{meetingId}/notice")
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
    @Path("meetings/{meetingId}/measuring")
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

    private static String language(String wanted) {
        return Notices.languageOf(wanted)
                .orElseThrow(() -> ProblemException.badRequest(
                        "bad-language", "There are notices in " + String.join(", ", Notices.LANGUAGES)));
    }
}
