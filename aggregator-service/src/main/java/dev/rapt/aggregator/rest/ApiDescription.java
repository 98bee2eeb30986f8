package dev.rapt.aggregator.rest;

import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What the OpenAPI document says about the whole. */
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
                                    description = "The question can't be answered; the reason says why",
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
                                    name = "Erased",
                                    responseCode = "410",
                                    description = "The meeting is erased: nothing of it is told any more",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "Unknown",
                                    responseCode = "404",
                                    description = "No frame of that meeting or participant was counted",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class)))
                        }))
final class ApiDescription {

    private ApiDescription() {}
}
