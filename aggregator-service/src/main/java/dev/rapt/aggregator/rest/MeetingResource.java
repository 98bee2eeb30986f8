package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.log.MeetingSpeech;
import dev.rapt.aggregator.meeting.Declaration;
import dev.rapt.aggregator.meeting.Ending;
import dev.rapt.aggregator.publish.StatePublisher;
import dev.rapt.aggregator.query.KnownMeeting;
import dev.rapt.aggregator.query.Lookup;
import dev.rapt.aggregator.query.MeetingLogs;
import dev.rapt.aggregator.query.Meetings;
import dev.rapt.aggregator.query.Reading;
import dev.rapt.audit.Action;
import dev.rapt.meeting.policy.Policy;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One meeting: what is known of it, and what somebody says of it. What was said shows in the next answer. */
@Path("/v1/meetings/{meetingId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Meetings")
@APIResponse(responseCode = "400", ref = "#/components/responses/BadQuestion")
@APIResponse(responseCode = "503", ref = "#/components/responses/NotReady")
@Sight(Sight.Of.GROUPS)
class MeetingResource {

    private static final String ERASED_BY = "api";

    private final Clock clock = Clock.systemUTC();
    private final Meetings meetings;
    private final MeetingLogs logs;
    private final StatePublisher publisher;
    private final DeclarationReader declarations;
    private final Declaring declaring;
    private final Policy policy;
    private final MeetingErasures erasures;
    private final Writes writes;
    private final Answers answers;
    private final Reading reading;
    private final long maxBytes;

    MeetingResource(
            Meetings meetings,
            MeetingLogs logs,
            StatePublisher publisher,
            DeclarationReader declarations,
            Declaring declaring,
            Policy policy,
            MeetingErasures erasures,
            Writes writes,
            Answers answers,
            Reading reading,
            AggregatorConfig config) {
        this.reading = reading;
        this.meetings = meetings;
        this.logs = logs;
        this.publisher = publisher;
        this.declarations = declarations;
        this.declaring = declaring;
        this.policy = policy;
        this.erasures = erasures;
        this.writes = writes;
        this.answers = answers;
        this.maxBytes = config.writes().maxBytes().asLongValue();
    }

    @Audited(Action.READ)
    @GET
    @Tagged
    @Operation(summary = "One meeting", description = "And who speaks in it, as far as a bot says.")
    @APIResponse(
            responseCode = "200",
            description = "What is known of it",
            content =
                    @Content(
                            schema = @Schema(implementation = MeetingViews.OneMeeting.class),
                            examples = @ExampleObject(name = "meeting", value = Examples.MEETING)))
    @APIResponse(responseCode = "404", ref = "#/components/responses/Unknown")
    @APIResponse(responseCode = "410", ref = "#/components/responses/Erased")
    @APIResponse(responseCode = "304", ref = "#/components/responses/Unchanged")
    public MeetingViews.OneMeeting meeting(@PathParam("meetingId") String meetingId) {
        Ids.check(meetingId);
        return view(answers.meeting(meetings.meeting(meetingId), meetingId));
    }

    @Audited(Action.DECLARE)
    @PUT
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "declare",
            summary = "Say what a meeting is",
            description =
                    "In the place of what was said before, and before its first frame: frames of undeclared meetings"
                            + " are refused. Purpose and region must be said; the policy decides which signals they"
                            + " allow. Once a frame was counted or a consent recorded, a declaration may only narrow."
                            + " Answered when Kafka has acknowledged it and it shows.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MeetingViews.Declaration.class),
                            examples = @ExampleObject(name = "declaration", value = Examples.DECLARATION)))
    @APIResponse(
            responseCode = "200",
            description = "Declared anew",
            content = @Content(schema = @Schema(implementation = MeetingViews.OneMeeting.class)))
    @APIResponse(
            responseCode = "201",
            description = "Declared for the first time",
            content =
                    @Content(
                            schema = @Schema(implementation = MeetingViews.OneMeeting.class),
                            examples = @ExampleObject(name = "meeting", value = Examples.DECLARED)))
    @APIResponse(responseCode = "202", ref = "#/components/responses/Later")
    @APIResponse(
            responseCode = "403",
            description = "policy-forbids: the policy doesn't allow these signals for that purpose and region",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "policy-forbids", value = RuleExamples.FORBIDDEN)))
    @APIResponse(
            responseCode = "409",
            description =
                    "declaration-broadened, groups-fixed: something was counted or agreed to under what was said before",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "declaration-broadened", value = RuleExamples.BROADENED)))
    @APIResponse(responseCode = "410", ref = "#/components/responses/Erased")
    @APIResponse(responseCode = "413", ref = "#/components/responses/TooLarge")
    public Response declare(@PathParam("meetingId") String meetingId, InputStream body) {
        Ids.check(meetingId);
        Declaration said = declarations.read(body, clock.instant());
        Declaring.Outcome outcome = declaring.declare(meetingId, said);
        Response.ResponseBuilder answer = !outcome.shows()
                ? Response.accepted()
                : outcome.first() ? Response.status(Response.Status.CREATED) : Response.ok();
        return answer.header(HttpHeaders.LOCATION, "/v1/meetings/" + meetingId)
                .entity(view(outcome.meeting()))
                .build();
    }

    @Audited(Action.END)
    @POST
    @Path("end")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "end",
            summary = "Say that a meeting has ended",
            description = "Without a moment, an end that was said before stays. Frames that still come are counted.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MeetingViews.End.class),
                            examples = @ExampleObject(name = "end", value = "{\"at\":\"2026-01-05T10:45:00Z\"}")))
    @APIResponse(
            responseCode = "200",
            description = "It has ended",
            content =
                    @Content(
                            schema = @Schema(implementation = MeetingViews.Ended.class),
                            examples =
                                    @ExampleObject(
                                            name = "ended",
                                            value =
                                                    "{\"meetingId\":\"standup\",\"endedAt\":\"2026-01-05T10:45:00.000Z\"}")))
    @APIResponse(responseCode = "202", ref = "#/components/responses/Later")
    @APIResponse(responseCode = "404", ref = "#/components/responses/Unknown")
    @APIResponse(responseCode = "410", ref = "#/components/responses/Erased")
    @APIResponse(responseCode = "413", ref = "#/components/responses/TooLarge")
    public Response end(@PathParam("meetingId") String meetingId, InputStream body) {
        Ids.check(meetingId);
        Optional<Instant> at = Optional.of(
                        JsonBody.read(body, maxBytes, Set.of("at")).path("at"))
                .filter(field -> !field.isMissingNode() && !field.isNull())
                .map(field -> TimelineQuery.moment("at", field.isTextual() ? field.textValue() : ""));
        Instant now = clock.instant();
        KnownMeeting meeting = answers.meeting(meetings.meeting(meetingId), meetingId);
        Ending ending =
                at.map(Ending::new).or(meeting::ending).orElse(new Ending(Instant.ofEpochMilli(now.toEpochMilli())));
        boolean shows = true;
        if (!meeting.ending().equals(Optional.of(ending))) {
            writes.acknowledged(publisher.ended(meetingId, ending, now));
            shows = shows(meetingId, shown -> shown.ending().equals(Optional.of(ending)));
        }
        return (shows ? Response.ok() : Response.accepted())
                .entity(new MeetingViews.Ended(meetingId, ending.at()))
                .build();
    }

    @Audited(Action.ERASE_MEETING)
    @DELETE
    @Operation(
            operationId = "erase",
            summary = "Erase a meeting",
            description =
                    "For good: it is invisible at once, what is kept of it is deleted after that, and whatever still"
                            + " comes of it is refused. Erasing an erased meeting changes nothing.")
    @APIResponse(responseCode = "204", description = "It is erased")
    @APIResponse(responseCode = "202", ref = "#/components/responses/Later")
    @APIResponse(responseCode = "404", ref = "#/components/responses/Unknown")
    public Response erase(@PathParam("meetingId") String meetingId) {
        Ids.check(meetingId);
        Lookup<KnownMeeting> before = meetings.meeting(meetingId);
        boolean shows = true;
        if (!(before instanceof Lookup.Erased<KnownMeeting>)) {
            answers.meeting(before, meetingId);
            writes.acknowledged(publisher.erased(meetingId, ERASED_BY, clock.instant()));
            shows = writes.shows(() -> erasures.shows(meetingId));
        }
        return (shows ? Response.noContent() : Response.accepted()).build();
    }

    @Audited(Action.READ)
    @GET
    @Tagged
    @Path("groups")
    @Operation(summary = "A meeting's groups", description = "As they were declared; none is an empty list.")
    @APIResponse(
            responseCode = "200",
            description = "In the order of the declaration",
            content =
                    @Content(
                            schema = @Schema(implementation = MeetingViews.Groups.class),
                            examples = @ExampleObject(name = "groups", value = Examples.GROUPS)))
    @APIResponse(responseCode = "404", ref = "#/components/responses/Unknown")
    @APIResponse(responseCode = "410", ref = "#/components/responses/Erased")
    @APIResponse(responseCode = "304", ref = "#/components/responses/Unchanged")
    public MeetingViews.Groups groups(@PathParam("meetingId") String meetingId) {
        Ids.check(meetingId);
        return new MeetingViews.Groups(
                meetingId, MeetingViewMaker.groups(answers.meeting(meetings.meeting(meetingId), meetingId)));
    }

    private MeetingViews.OneMeeting view(KnownMeeting meeting) {
        MeetingSpeech speech = answers.foundOr(logs.speech(meeting.id()), MeetingSpeech.none());
        return MeetingViewMaker.meeting(meeting, speech, policy, reading.isStale());
    }

    /** Whether what was said shows; a 410 when the meeting is erased meanwhile. */
    private boolean shows(String meetingId, Predicate<KnownMeeting> said) {
        boolean shows = writes.shows(() -> isErased(meetingId)
                || meetings.meeting(meetingId) instanceof Lookup.Found<KnownMeeting> found && said.test(found.value()));
        if (isErased(meetingId)) {
            throw ProblemException.erased();
        }
        return shows;
    }

    private boolean isErased(String meetingId) {
        return meetings.meeting(meetingId) instanceof Lookup.Erased<KnownMeeting>;
    }
}
