package dev.rapt.detector.ingest.bot.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of a webhook that was understood. */
@Schema(description = "What came of a webhook")
record WebhookAnswer(
        @JsonProperty
                @Schema(
                        description = "recorded: Kafka has acknowledged it. repeated: it was delivered before."
                                + " ignored: of a type that isn't for us. refused: whom it is about may not be measured,"
                                + " so nothing of it is recorded",
                        examples = "recorded")
                String status) {

    static final WebhookAnswer RECORDED = new WebhookAnswer("recorded");
    static final WebhookAnswer REPEATED = new WebhookAnswer("repeated");
    static final WebhookAnswer IGNORED = new WebhookAnswer("ignored");
    static final WebhookAnswer REFUSED = new WebhookAnswer("refused");
}
