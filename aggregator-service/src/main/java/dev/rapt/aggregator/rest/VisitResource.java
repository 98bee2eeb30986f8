package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.log.MeetingSpeech;
import dev.rapt.aggregator.log.Speaking;
import dev.rapt.aggregator.query.Digests;
import dev.rapt.aggregator.query.MeetingLogs;
import dev.rapt.aggregator.report.Visit;
import dev.rapt.aggregator.rules.ShownSignals;
import dev.rapt.aggregator.timeline.EngagementRule;
import dev.rapt.aggregator.timeline.Step;
import dev.rapt.aggregator.timeline.Track;
import dev.rapt.audit.Action;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One person's time in a meeting: for telehealth. */
@Path("/v1/meetings/{meetingId}/participants/{participantId}/visit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports")
@APIResponse(responseCode = "304", ref = "#/components/responses/Unchanged")
@APIResponse(responseCode = "400", ref = "#/components/responses/BadQuestion")
@APIResponse(responseCode = "404", ref = "#/components/responses/Unknown")
@APIResponse(responseCode = "410", ref = "#/components/responses/Erased")
@APIResponse(responseCode = "503", ref = "#/components/responses/NotReady")
@APIResponse(responseCode = "403", ref = "#/components/responses/GroupView")
@Sight(Sight.Of.PEOPLE)
class VisitResource {

    private final Digests digests;
    private final MeetingLogs logs;
    private final Answers answers;
    private final ShownSignals signals;
    private final int mostSteps;
    private final EngagementRule engagement;

    VisitResource(
            Digests digests,
            MeetingLogs logs,
            Answers answers,
            ShownSignals signals,
            AggregatorConfig config,
            EngagementRule engagement) {
        this.digests = digests;
        this.logs = logs;
        this.answers = answers;
        this.signals = signals;
        this.mostSteps = config.query().maxBuckets();
        this.engagement = engagement;
    }

    @Audited(Action.READ)
    @GET
    @Tagged
    @Operation(
            summary = "A person's visit",
            description =
                    "What a telehealth page could show of it: what was visibly there, what couldn't be measured and"
                            + " why. An estimate of visible expression, and no diagnosis.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            schema = @Schema(implementation = VisitViews.Answer.class),
                            examples = @ExampleObject(name = "example", value = ReportExamples.VISIT)))
    public VisitViews.Answer visit(
            @PathParam("meetingId") String meetingId, @PathParam("participantId") String participantId) {
        Ids.check(meetingId, participantId);
        Track track = answers.participant(digests.track(meetingId, participantId), meetingId, participantId);
        MeetingSpeech speech = answers.meeting(logs.speech(meetingId), meetingId);
        Optional<Speaking> speaking = speech.speaking(participantId);
        Visit visit = Visit.of(track, mostSteps, engagement);
        Step whole = visit.whole();
        Shown shown = Shown.of(signals, meetingId);
        return new VisitViews.Answer(
                meetingId,
                participantId,
                speech.attendance(participantId).name(),
                whole.start(),
                whole.end(),
                VisitViews.Time.of(whole.seconds()),
                shown.expression(ViewMaker.displayedShares(whole.displayed())),
                shown.expression(Digits.six(whole.valence())),
                shown.expression(Digits.six(whole.arousal())),
                shown.expression(Digits.six(whole.expressiveness())),
                VisitViews.thirds(visit, shown),
                SpeechViews.Spoken.of(speaking),
                VisitViews.facing(whole.attention()),
                visit.longestAway().map(away -> new VisitViews.Away(away.start(), away.end(), away.seconds())),
                VisitViews.NotMeasured.of(whole, speaking.isEmpty(), shown),
                VisitViews.STATEMENT);
    }
}
