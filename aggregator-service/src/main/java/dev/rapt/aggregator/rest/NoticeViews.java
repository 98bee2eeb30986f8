package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.notice.Notice;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answers about notices, as they are written. */
final class NoticeViews {

    private NoticeViews() {}

    @Schema(name = "Notices", description = "What participants may be told, with what differs by meeting in braces")
    record Notices(
            @Schema(description = "Of what they say, the same in all languages", examples = "2026-11") String version,
            List<Template> notices) {}

    @Schema(name = "NoticeTemplate", description = "Every sentence there is; a meeting's notice has those that hold")
    record Template(
            @Schema(examples = "en") String language,
            @Schema(description = "What the language calls itself", examples = "English") String name,
            @Schema(examples = "Faces are measured in this meeting") String title,
            List<String> sentences) {}

    @Schema(name = "Notice", description = "What the participants of a meeting are to be told")
    record Answer(
            @Schema(examples = "standup") String meetingId,
            @Schema(description = "A consent names it", examples = "2026-11") String version,
            @Schema(examples = "en") String language,
            @Schema(examples = "Faces are measured in this meeting") String title,
            List<String> paragraphs,
            @Schema(description = "All of it, for a chat") String text,
            @Schema(
                            description = "Where participants see it, and what is measured now",
                            examples = "https://rapt.example/notice.html?meeting=standup")
                    String link) {

        static Answer of(String meetingId, Notice notice, String link) {
            return new Answer(
                    meetingId,
                    notice.version(),
                    notice.language(),
                    notice.title(),
                    notice.paragraphs(),
                    notice.text(),
                    link);
        }
    }
}
