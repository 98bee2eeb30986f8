package dev.rapt.detector.ingest.stream;

import dev.rapt.contracts.Keys;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Refuses to open a stream of something that isn't a meeting's id, with 400. */
@Singleton
final class StreamUpgradeCheck implements HttpUpgradeCheck {

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        return Keys.isId(context.pathParam("meetingId")) ? CheckResult.permitUpgrade() : CheckResult.rejectUpgrade(400);
    }

    @Override
    public boolean appliesTo(String endpointId) {
        return StreamEndpoint.ID.equals(endpointId) || GalleryEndpoint.ID.equals(endpointId);
    }
}
