package dev.rapt.detector.ingest.stream;

import dev.rapt.detector.ingest.FrameDesk;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Refuses to open streams while the detector is going down, with 503. */
@Singleton
final class DepartureUpgradeCheck implements HttpUpgradeCheck {

    private final FrameDesk desk;

    DepartureUpgradeCheck(FrameDesk desk) {
        this.desk = desk;
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        return desk.isOpen() ? CheckResult.permitUpgrade() : CheckResult.rejectUpgrade(503);
    }
}
