package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.log.MeetingSpeech;
import dev.rapt.aggregator.query.Digests;
import dev.rapt.aggregator.query.KnownMeeting;
import dev.rapt.aggregator.query.Lookup;
import dev.rapt.aggregator.query.MeetingLogs;
import dev.rapt.aggregator.query.Meetings;
import dev.rapt.aggregator.rules.ParticipantErasure;
import dev.rapt.aggregator.rules.ShownSignals;
import dev.rapt.aggregator.timeline.EngagementRule;
import dev.rapt.aggregator.timeline.Track;
import dev.rapt.audit.Action;
import dev.rapt.meeting.Terms;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * What is kept of whoever holds a personal link: to see, to download, to delete. In the group view it shows no figures, or
 * whoever hands out links could read everybody's, but what was said, and the way to say no and to delete.
 */
@Path("/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Participants")
@APIResponse(responseCode = "400", ref = "#/components/responses/BadQuestion")
@APIResponse(
        responseCode = "401",
        description = "link-unknown: the token isn't known, has expired or was revoked",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(responseCode = "410", ref = "#/components/responses/Erased")
@APIResponse(responseCode = "503", ref = "#/components/responses/NotReady")
@Sight(Sight.Of.NOBODY)
class MeResource {

    private static final String ASKED_FOR_IT = "personal-link";

    private final Clock clock = Clock.systemUTC();
    private final LinkDesk desk;
    private final AuditNote note;
    private final Meetings meetings;
    private final Digests digests;
    private final MeetingLogs logs;
    private final MeasuringMaker measuring;
    private final Ruled ruled;
    private final ParticipantErasure erasure;
    private final Consenting consenting;
    private final ConsentBody body;
    private final ExportResource exports;
    private final Writes writes;
    private final Answers answers;
    private final ShownSignals signals;
    private final EngagementRule rule;
    private final GroupView groups;
    private final boolean figuresInGroupView;

    MeResource(
            LinkDesk desk,
            AuditNote note,
            Meetings meetings,
            Digests digests,
            MeetingLogs logs,
            MeasuringMaker measuring,
            Ruled ruled,
            ParticipantErasure erasure,
            Consenting consenting,
            AggregatorConfig config,
            ExportResource exports,
            Writes writes,
            Answers answers,
            ShownSignals signals,
            EngagementRule rule,
            GroupView groups) {
        this.desk = desk;
        this.note = note;
        this.meetings = meetings;
        this.digests = digests;
        this.logs = logs;
        this.measuring = measuring;
        this.ruled = ruled;
        this.erasure = erasure;
        this.consenting = consenting;
        this.body = new ConsentBody(config);
        this.exports = exports;
        this.writes = writes;
        this.answers = answers;
        this.signals = signals;
        this.rule = rule;
        this.groups = groups;
        this.figuresInGroupView = config.participants().figuresInGroupView();
    }

    @GET
    @Audited(Action.READ)
    @Operation(
            operationId = "me",
            summary = "What is kept of me",
            description = "With a personal link's token as Authorization: Bearer. Nothing in it is about others.")
    @APIResponse(
            responseCode = "200",
            description = "What is kept, and what was said",
            content =
                    @Content(
                            schema = @Schema(implementation = MeViews.Me.class),
                            examples = @ExampleObject(name = "me", value = PersonExamples.ME)))
    public Response me(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) Optional<String> authorization) {
        LinkDesk.Holder holder = holder(authorization);
        String meetingId = holder.meetingId();
        KnownMeeting meeting = answers.meeting(meetings.meeting(meetingId), meetingId);
        Optional<Terms> terms = ruled.book().terms(meetingId);
        MeViews.Me me = new MeViews.Me(
                meetingId,
                meeting.title(),
                holder.participantId(),
                terms.map(said -> said.purpose().text()),
                terms.map(said -> said.signals().text()),
                terms.map(said -> said.consent().text()),
                terms.map(said -> said.view().text()),
                terms.map(Terms::pseudonymous).orElse(false),
                Lengths.text(measuring.retention(meeting)),
                ruled.book().consent(meetingId, holder.participantId()).map(MeViews.Said::of),
                hidesFigures(meetingId) ? Optional.empty() : kept(holder),
                hidesFigures(meetingId),
                holder.expiresAt());
        return Response.ok(me).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    /** Or whoever hands out links could read of everybody what is shown of nobody. */
    private boolean hidesFigures(String meetingId) {
        return groups.hides(meetingId) && !figuresInGroupView;
    }

    /** Whom the token speaks for, which the audit log is told too. */
    private LinkDesk.Holder holder(Optional<String> authorization) {
        LinkDesk.Holder holder = desk.holder(authorization, clock.instant());
        note.about(holder.meetingId(), holder.participantId());
        note.by(ASKED_FOR_IT);
        return holder;
    }

    private Optional<Views.Summary> kept(LinkDesk.Holder holder) {
        String meetingId = holder.meetingId();
        String participantId = holder.participantId();
        Lookup<Track> found = digests.track(meetingId, participantId);
        if (found instanceof Lookup.NotFound<Track>) {
            return Optional.empty();
        }
        Track track = answers.participant(found, meetingId, participantId);
        MeetingSpeech speech = answers.foundOr(logs.speech(meetingId), MeetingSpeech.none());
        return Optional.of(ViewMaker.summary(
                meetingId, participantId, track, speech.speaking(participantId), rule, Shown.of(signals, meetingId)));
    }

    @GET
    @Audited(Action.EXPORT)
    @Path("export")
    @Produces(MediaType.WILDCARD)
    @APIResponse(responseCode = "403", ref = "#/components/responses/GroupView")
    @Operation(
            operationId = "exportMe",
            summary = "What is kept of me, as a file",
            description = "All steps with all fields that may be shown, from the first frame to the last.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = "application/vnd.apache.parquet",
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "429",
            description = "Too many exports at once; ask again after Retry-After seconds",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response export(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) Optional<String> authorization,
            @Parameter(
                            description = "csv without it",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"csv", "jsonl", "parquet"}),
                            example = "csv")
                    @QueryParam("format")
                    Optional<String> format,
            @Context RoutingContext request) {
        LinkDesk.Holder holder = holder(authorization);
        if (hidesFigures(holder.meetingId())) {
            throw GroupView.refusal();
        }
        return exports.person(holder.meetingId(), holder.participantId(), format, request);
    }

    @PUT
    @Audited(Action.CONSENT)
    @Path("consent")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "consentOfMine",
            summary = "Say whether I may be measured",
            description =
                    "As a participant's consent is recorded: a yes with the version of the notice that was shown. A"
                            + " no holds everywhere within a second.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ConsentViews.ToSay.class),
                            examples = @ExampleObject(name = "no", value = RuleExamples.NO)))
    @APIResponse(
            responseCode = "200",
            description = "Recorded; it holds on this instance, and on the others within a second",
            content =
                    @Content(
                            schema = @Schema(implementation = ConsentViews.Consent.class),
                            examples = @ExampleObject(name = "consent", value = RuleExamples.CONSENT)))
    @APIResponse(responseCode = "202", ref = "#/components/responses/Later")
    @APIResponse(responseCode = "413", ref = "#/components/responses/TooLarge")
    public Response say(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) Optional<String> authorization,
            InputStream content) {
        LinkDesk.Holder holder = holder(authorization);
        ConsentBody.Said said = body.read(content);
        Consenting.Outcome outcome = consenting.say(holder.meetingId(), holder.participantId(), said, clock.instant());
        return (outcome.shows() ? Response.ok() : Response.accepted())
                .entity(ConsentViews.Consent.of(outcome.consent(), said.erase()))
                .build();
    }

    @DELETE
    @Audited(Action.ERASE_PARTICIPANT)
    @Operation(
            operationId = "eraseMe",
            summary = "Delete what is kept of me",
            description =
                    "For good, as when the organiser deletes a participant: nothing is told any more from here on,"
                            + " what still comes is dropped, and all personal links of the participant are closed.")
    @APIResponse(responseCode = "204", description = "It isn't told any more")
    @APIResponse(responseCode = "202", ref = "#/components/responses/Later")
    public Response erase(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) Optional<String> authorization) {
        LinkDesk.Holder holder = holder(authorization);
        boolean shows = writes.acknowledged(
                () -> erasure.erase(holder.meetingId(), holder.participantId(), ASKED_FOR_IT, clock.instant()));
        return shows ? Response.noContent().build() : Response.accepted().build();
    }
}
