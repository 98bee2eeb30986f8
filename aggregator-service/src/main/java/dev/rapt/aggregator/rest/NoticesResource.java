package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.notice.Notice;
import dev.rapt.aggregator.notice.Notices;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What participants may be told, of any meeting. */
@Path("/v1/notices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Participants", description = "For those who are measured")
@APIResponse(responseCode = "400", ref = "#/components/responses/BadQuestion")
@APIResponse(responseCode = "503", ref = "#/components/responses/NotReady")
@Sight(Sight.Of.NOBODY)
class NoticesResource {

    private final Notices notices = new Notices();

    @GET
    @NotAudited("It tells what people are told, and nothing of anybody")
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

    /** The language of ours that is asked for, or a problem that names those there are. */
    static String language(String wanted) {
        return Notices.languageOf(wanted)
                .orElseThrow(() -> ProblemException.badRequest(
                        "bad-language", "There are notices in " + String.join(", ", Notices.LANGUAGES)));
    }
}
