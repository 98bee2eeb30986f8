package dev.rapt.detector.ingest.bot;

import dev.rapt.contracts.Keys;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Refuses to open a connection of something that isn't a meeting's id, with 400, or of an unknown bot, with 404. */
@Singleton
final class BotUpgradeCheck implements HttpUpgradeCheck {

    private final Bots bots;

    BotUpgradeCheck(Bots bots) {
        this.bots = bots;
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        if (bots.named(context.pathParam("bot")).isEmpty()) {
            return CheckResult.rejectUpgrade(404);
        }
        return Keys.isId(context.pathParam("meetingId")) ? CheckResult.permitUpgrade() : CheckResult.rejectUpgrade(400);
    }

    @Override
    public boolean appliesTo(String endpointId) {
        return BotEndpoint.ID.equals(endpointId);
    }
}
