package dev.rapt.aggregator.rest;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What the OpenAPI document says about the whole; it is looked for at the application and nowhere else. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Rapt aggregator",
                        version = "1",
                        description =
                                "Engagement timelines of virtual meetings. The figures are estimates of what a face"
                                        + " visibly does; they claim nothing about what a person feels."),
        components =
                @Components(
                        responses = {
                            @APIResponse(
                                    name = "BadQuestion",
                                    responseCode = "400",
                                    description = "The question or the order can't be answered; the reason says why",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "bad-id",
                                                                    value =
                                                                            "{\"type\":\"urn:rapt:problem:bad-id\",\"title\":\"Bad Request\",\"status\":400,\"detail\":\"An id matches [A-Za-z0-9._:-]{1,128}\",\"reason\":\"bad-id\"}"))),
                            @APIResponse(
                                    name = "GroupView",
                                    responseCode = "403",
                                    description =
                                            "Of this meeting only groups are shown, nothing of single participants",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "group-view",
                                                                    value =
                                                                            "{\"type\":\"urn:rapt:problem:group-view\",\"title\":\"Forbidden\",\"status\":403,\"detail\":\"Of this meeting only groups are shown, as it was declared: nothing is told of single participants\",\"reason\":\"group-view\"}"))),
                            @APIResponse(
                                    name = "Unknown",
                                    responseCode = "404",
                                    description = "Nothing is known of that meeting, participant or group",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "meeting-unknown",
                                                                    value =
                                                                            "{\"type\":\"urn:rapt:problem:meeting-unknown\",\"title\":\"Not Found\",\"status\":404,\"detail\":\"There is no meeting standup\",\"reason\":\"meeting-unknown\"}"))),
                            @APIResponse(
                                    name = "Erased",
                                    responseCode = "410",
                                    description = "The meeting is erased: nothing of it is told or taken in any more",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "meeting-erased",
                                                                    value =
                                                                            "{\"type\":\"urn:rapt:problem:meeting-erased\",\"title\":\"Gone\",\"status\":410,\"detail\":\"This meeting is erased: nothing of it is told any more\",\"reason\":\"meeting-erased\"}"))),
                            @APIResponse(
                                    name = "TooLarge",
                                    responseCode = "413",
                                    description = "The body has more bytes than are configured",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "body-too-large",
                                                                    value =
                                                                            "{\"type\":\"urn:rapt:problem:body-too-large\",\"title\":\"Request Entity Too Large\",\"status\":413,\"detail\":\"The body may have 786432 bytes\",\"reason\":\"body-too-large\"}"))),
                            @APIResponse(
                                    name = "NotReady",
                                    responseCode = "503",
                                    description =
                                            "timelines-not-ready: the timelines can't be read now. rules-not-ready: who may be measured isn't read yet. meeting-busy: others are saying something of the meeting. kafka-unavailable, of what is written: Kafka hasn't acknowledged it. Ask again after Retry-After seconds; the same request may be sent unchanged",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "timelines-not-ready",
                                                                    value =
                                                                            "{\"type\":\"urn:rapt:problem:timelines-not-ready\",\"title\":\"Service Unavailable\",\"status\":503,\"detail\":\"The timelines are being taken over or restored; ask again\",\"reason\":\"timelines-not-ready\"}"))),
                            @APIResponse(
                                    name = "Unchanged",
                                    responseCode = "304",
                                    description =
                                            "What If-None-Match names is still the answer, which every answer's ETag makes"
                                                    + " possible"),
                            @APIResponse(
                                    name = "Later",
                                    responseCode = "202",
                                    description =
                                            "Kafka has acknowledged it, so it will show; it doesn't yet, after the time that is"
                                                    + " configured to wait for it")
                        }))
public class ApiDescription extends Application {}
