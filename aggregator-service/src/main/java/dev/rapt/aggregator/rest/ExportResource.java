package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.export.ExportFormat;
import dev.rapt.aggregator.export.RowWriter;
import dev.rapt.aggregator.export.Table;
import dev.rapt.aggregator.log.MeetingSpeech;
import dev.rapt.aggregator.query.Digests;
import dev.rapt.aggregator.query.Lookup;
import dev.rapt.aggregator.query.MeetingLogs;
import dev.rapt.aggregator.rules.ShownSignals;
import dev.rapt.aggregator.timeline.Engagement;
import dev.rapt.aggregator.timeline.EngagementRule;
import dev.rapt.aggregator.timeline.Track;
import dev.rapt.aggregator.timeline.Window;
import dev.rapt.audit.Action;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A meeting's steps as a file for other tools, a person at a time, written as it is read. */
@Path("/v1/meetings/{meetingId}/export")
@Tag(name = "Timelines")
@APIResponse(responseCode = "403", ref = "#/components/responses/GroupView")
@Sight(Sight.Of.GROUPS)
class ExportResource {

    private final Digests digests;
    private final People people;
    private final MeetingLogs logs;
    private final Answers answers;
    private final ShownSignals signals;
    private final ExportDesk desk;
    private final AggregatorConfig config;
    private final EngagementRule rule;
    private final GroupAnswers groups;
    private final String version;

    ExportResource(
            Digests digests,
            People people,
            MeetingLogs logs,
            Answers answers,
            ShownSignals signals,
            ExportDesk desk,
            AggregatorConfig config,
            EngagementRule rule,
            GroupAnswers groups,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.digests = digests;
        this.people = people;
        this.logs = logs;
        this.answers = answers;
        this.signals = signals;
        this.desk = desk;
        this.config = config;
        this.rule = rule;
        this.groups = groups;
        this.version = version;
    }

    @Audited(Action.EXPORT)
    @GET
    @Produces(MediaType.WILDCARD)
    @Operation(
            summary = "A meeting's steps as a file",
            description = "One row a participant and step, in order of the participants' ids and of time, from each"
                    + " participant's first frame to the last. Of a meeting of which only groups are shown, one row a"
                    + " group and step. The columns are meetingId, participantId, name, start,"
                    + " end and the fields. The answer is written while it is read, so its length isn't known before;"
                    + " what fails on the way is broken off and never ends properly.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            headers =
                    @Header(
                            name = "Content-Disposition",
                            description = "A name for the file",
                            schema = @Schema(type = SchemaType.STRING)),
            content = {
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(type = SchemaType.STRING),
                        examples =
                                @ExampleObject(
                                        name = "csv",
                                        value =
                                                "meetingId,participantId,name,start,end,facing,displayed\r\nstandup,ada,Ada,2026-01-05T10:00:00.000Z,2026-01-05T10:00:05.000Z,0.8,happy\r\n")),
                @Content(
                        mediaType = "application/x-ndjson",
                        schema = @Schema(type = SchemaType.STRING),
                        examples =
                                @ExampleObject(
                                        name = "jsonl",
                                        value =
                                                "{\"meetingId\":\"standup\",\"participantId\":\"ada\",\"name\":\"Ada\",\"start\":\"2026-01-05T10:00:00.000Z\",\"end\":\"2026-01-05T10:00:05.000Z\",\"facing\":0.8,\"displayed\":\"happy\"}\n")),
                @Content(
                        mediaType = "application/vnd.apache.parquet",
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "400", ref = "#/components/responses/BadQuestion")
    @APIResponse(responseCode = "404", ref = "#/components/responses/Unknown")
    @APIResponse(responseCode = "410", ref = "#/components/responses/Erased")
    @APIResponse(
            responseCode = "429",
            description = "Too many exports at once; ask again after Retry-After seconds",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "503",
            description = "The timelines can't be read now; ask again after Retry-After seconds",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response export(
            @PathParam("meetingId") String meetingId,
            @Parameter(
                            description = "csv without it",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"csv", "jsonl", "parquet"}),
                            example = "csv")
                    @QueryParam("format")
                    Optional<String> format,
            @Parameter(description = "Ids with commas between; everybody without it", example = "ada,bob")
                    @QueryParam("participants")
                    Optional<String> participants,
            @Parameter(description = "A group of the meeting's declaration", example = "front row") @QueryParam("group")
                    Optional<String> group,
            @Parameter(
                            description = "Names with commas between; expressions and displayedShares stand for all of"
                                    + " theirs. All without it",
                            example = "facing,displayed")
                    @QueryParam("fields")
                    Optional<String> fields,
            @Parameter(description = "The first moment", example = "2026-01-05T10:00:00Z") @QueryParam("from")
                    Optional<String> from,
            @Parameter(description = "The moment after the last", example = "2026-01-05T11:00:00Z") @QueryParam("to")
                    Optional<String> to,
            @Parameter(description = "A positive multiple of 5 s; 10 s unless configured otherwise", example = "5s")
                    @QueryParam("resolution")
                    Optional<String> resolution,
            @Context RoutingContext request) {
        Ids.check(meetingId);
        Shown shown = Shown.of(signals, meetingId);
        boolean onlyGroups = groups.are(meetingId, participants);
        ExportQuery query = ExportQuery.parse(
                format,
                from,
                to,
                resolution,
                onlyGroups ? Optional.empty() : fields,
                config.query().defaultResolution(),
                shown);
        if (onlyGroups) {
            GroupAnswers.File file = groups.file(meetingId, group, fields, query.time());
            return answer(
                    meetingId,
                    query,
                    desk.take(query.format(), request, out -> write(out, meetingId, query, file, shown)));
        }
        SortedSet<String> ids = people.ids(meetingId, participants, group);
        MeetingSpeech speech = answers.meeting(logs.speech(meetingId), meetingId);
        return answer(
                meetingId,
                query,
                desk.take(query.format(), request, out -> write(out, meetingId, query, ids, speech, shown)));
    }

    /** All of one participant, as it is kept. */
    Response person(String meetingId, String participantId, Optional<String> format, RoutingContext request) {
        Shown shown = Shown.of(signals, meetingId);
        Optional<String> all = Optional.empty();
        ExportQuery query =
                ExportQuery.parse(format, all, all, all, all, config.query().defaultResolution(), shown);
        MeetingSpeech speech = answers.foundOr(logs.speech(meetingId), MeetingSpeech.none());
        SortedSet<String> one = new TreeSet<>(Set.of(participantId));
        return answer(
                meetingId,
                query,
                desk.take(query.format(), request, out -> write(out, meetingId, query, one, speech, shown)));
    }

    private static Response answer(String meetingId, ExportQuery query, StreamingOutput file) {
        return Response.ok(file)
                .type(query.format().mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName(meetingId, query) + '"')
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private long write(
            OutputStream out,
            String meetingId,
            ExportQuery query,
            SortedSet<String> ids,
            MeetingSpeech speech,
            Shown shown)
            throws IOException {
        PersonRows rows =
                new PersonRows(meetingId, query.fields(), rule, config.export().stretch());
        ExportFormat format = query.format();
        WatchedRows writer = new WatchedRows(
                format.open(
                        new Table(rows.columns(), notes(meetingId, query, shown)),
                        out,
                        config.export().groupRows()),
                answers,
                meetingId);
        long written = 0;
        for (String id : ids) {
            Lookup<Track> found = digests.track(meetingId, id);
            // Whoever is deleted meanwhile is left out, whole or not at all; an erased meeting or a lost store ends it
            if (!(found instanceof Lookup.NotFound<Track>)) {
                writer.of(id);
                Track track = answers.participant(found, meetingId, id);
                Optional<Window> window = query.window(track.firstCapturedAt(), track.lastCapturedAt());
                if (window.isPresent()) {
                    PersonRows.Person person =
                            new PersonRows.Person(id, speech.attendance(id).name(), track, speech.person(id));
                    written += rows.write(person, window.get(), writer);
                }
            }
        }
        writer.finish();
        return written;
    }

    private long write(OutputStream out, String meetingId, ExportQuery query, GroupAnswers.File file, Shown shown)
            throws IOException {
        GroupRows rows = new GroupRows(meetingId, file);
        RowWriter writer = query.format()
                .open(
                        new Table(rows.columns(), notes(meetingId, query, shown)),
                        out,
                        config.export().groupRows());
        long written = rows.write(writer);
        writer.finish();
        return written;
    }

    private Map<String, String> notes(String meetingId, ExportQuery query, Shown shown) {
        return Map.of(
                "rapt.version",
                version,
                "rapt.meeting",
                meetingId,
                "rapt.resolution",
                query.time().resolution().length().toSeconds() + "s",
                "rapt.engagement.version",
                Engagement.VERSION,
                "rapt.engagement.weights",
                rule.weights().entrySet().stream()
                        .filter(weight -> shown.expressions() || weight.getKey() != Engagement.Component.EXPRESSIVENESS)
                        .map(weight -> weight.getKey().text() + '=' + weight.getValue())
                        .collect(Collectors.joining(",")),
                "rapt.note",
                shown.claim());
    }

    /** Ids may have a colon, which some systems have no files with. */
    private static String fileName(String meetingId, ExportQuery query) {
        return "rapt-" + meetingId.replace(':', '_') + '.' + query.format().extension();
    }
}
