package dev.rapt.detector.ingest.gallery;

import dev.rapt.detector.AbsenceReason;
import dev.rapt.detector.FrameFindings;
import dev.rapt.detector.FrameReading;
import dev.rapt.detector.SeenFace;
import dev.rapt.detector.frame.UnreadableImageException;
import dev.rapt.detector.gallery.Backdrop;
import dev.rapt.detector.gallery.Composite;
import dev.rapt.detector.gallery.Layout;
import dev.rapt.detector.gallery.Sighting;
import dev.rapt.detector.gallery.Tile;
import dev.rapt.detector.ingest.MeetingGate;
import dev.rapt.detector.ingest.NotReadyException;
import dev.rapt.detector.ingest.ParticipantKey;
import dev.rapt.detector.ingest.RefusedException;
import dev.rapt.meeting.Admission;
import dev.rapt.meeting.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Looks at a composite: at the tiles of those who may be measured, or at all of it, whereupon those it finds are named. */
final class GalleryLook {

    private final GalleryReader reader;
    private final GalleryEpochs epochs;
    private final GallerySettings settings;
    private final MeetingGate gate;
    private final Executor threads;

    GalleryLook(
            GalleryReader reader, GalleryEpochs epochs, GallerySettings settings, MeetingGate gate, Executor threads) {
        this.reader = reader;
        this.epochs = epochs;
        this.settings = settings;
        this.gate = gate;
        this.threads = threads;
    }

    /**
     * Reads whom a composite shows. Who may not be measured is known before it is decoded where a layout says who is
     * where; without one nobody is measured unless everybody may be.
     *
     * @return completes with everybody it shows; exceptionally when their names can't be known
     */
    CompletionStage<List<Guest>> at(Gallery gallery, GalleryFrame frame, GalleryPassage passage)
            throws UnreadableImageException, NotReadyException, RefusedException {
        Optional<Seating> seating =
                frame.layout().map(layout -> Seating.of(frame.meetingId(), frame.capturedAt(), layout, gate));
        if (seating.isEmpty()) {
            requireEverybody(frame);
        } else if (seating.get().admitted().isEmpty()) {
            return CompletableFuture.completedFuture(seating.get().guests(List.of()));
        }
        try (Composite composite = reader.open(frame.picture())) {
            passage.letGoOfPicture();
            if (seating.isPresent()) {
                return CompletableFuture.completedFuture(readTiles(gallery, frame, seating.get(), composite));
            }
            return readAll(gallery, frame, composite);
        }
    }

    private void requireEverybody(GalleryFrame frame) throws RefusedException {
        Optional<Refusal> refusal = gate.unnamed(frame.meetingId(), frame.capturedAt());
        if (refusal.isPresent()) {
            RefusedException refused = RefusedException.of(refusal.get());
            throw new RefusedException(
                    refused.reason(),
                    "A composite without a layout doesn't say who is in it, and not everybody in this meeting may be"
                            + " measured. Send a layout, or one frame a participant.");
        }
    }

    private List<Guest> readTiles(Gallery gallery, GalleryFrame frame, Seating seating, Composite composite) {
        Layout layout = seating.admitted().orElseThrow();
        Instant capturedAt = Instant.ofEpochMilli(frame.capturedAt());
        List<FrameReading> readings = new ArrayList<>();
        for (Tile tile : layout.tiles()) {
            readings.add(composite.read(
                    tile,
                    capturedAt,
                    gallery.lastFace(tile),
                    gallery.emptyTiles().isDue(tile, settings.closerLookEvery())));
        }
        gallery.saw(layout, readings);
        return seating.guests(readings);
    }

    private CompletionStage<List<Guest>> readAll(Gallery gallery, GalleryFrame frame, Composite composite) {
        List<SeenFace> faces =
                composite.readAll().faces().stream().limit(settings.maxTiles()).toList();
        Backdrop backdrop = composite.backdrop();
        Sighting sighting = gallery.tracker()
                .see(frame.capturedAt(), faces.stream().map(SeenFace::box).toList(), backdrop);
        if (sighting.anew()) {
            gallery.begin(OptionalInt.empty());
        }
        if (sighting.numbers().isEmpty() && sighting.missing().isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        if (gallery.epoch().isPresent()) {
            return CompletableFuture.completedFuture(
                    named(frame, gallery.epoch().getAsInt(), sighting, faces, backdrop));
        }
        // The next composite waits for it, this thread doesn't
        return epochs.claim(gallery.meetingId())
                .thenApplyAsync(
                        epoch -> {
                            gallery.begin(OptionalInt.of(epoch));
                            return named(frame, epoch, sighting, faces, backdrop);
                        },
                        threads);
    }

    private List<Guest> named(
            GalleryFrame frame, int epoch, Sighting sighting, List<SeenFace> faces, Backdrop backdrop) {
        int width = backdrop.pictureWidth();
        int height = backdrop.pictureHeight();
        List<Guest> guests = new ArrayList<>();
        for (int i = 0; i < faces.size(); i++) {
            String name = AnonymousNames.of(epoch, sighting.numbers().get(i));
            guests.add(guest(frame, name, FrameFindings.ofOne(width, height, faces.get(i))));
        }
        for (Sighting.Missing missing : sighting.missing()) {
            boolean dark = backdrop.luminanceAround(missing.lastFace()) < settings.darkLuminance();
            String name = AnonymousNames.of(epoch, missing.number());
            guests.add(guest(
                    frame,
                    name,
                    FrameFindings.ofNobody(width, height, dark ? AbsenceReason.DARK : AbsenceReason.NO_FACE)));
        }
        return guests;
    }

    private Guest guest(GalleryFrame frame, String name, FrameFindings findings) {
        Admission admission = gate.admit(frame.meetingId(), name, frame.capturedAt());
        return admission instanceof Admission.Admitted admitted
                ? new Guest.Measured(name, new ParticipantKey(frame.meetingId(), admitted.participantId()), findings)
                : new Guest.Refused(name, ((Admission.Refused) admission).refusal());
    }
}
