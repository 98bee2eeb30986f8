package dev.rapt.detector.ingest.gallery;

import dev.rapt.detector.FrameReading;
import dev.rapt.detector.gallery.Layout;
import dev.rapt.detector.gallery.Tile;
import dev.rapt.detector.ingest.MeetingGate;
import dev.rapt.detector.ingest.ParticipantKey;
import dev.rapt.meeting.Admission;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Who of a layout may be measured, asked before the composite is decoded. Tiles of the others are never looked at; those
 * that are bear the names that their participants go by.
 */
final class Seating {

    private final String meetingId;
    private final Layout layout;
    private final List<Admission> admissions;

    private Seating(String meetingId, Layout layout, List<Admission> admissions) {
        this.meetingId = meetingId;
        this.layout = layout;
        this.admissions = admissions;
    }

    static Seating of(String meetingId, long capturedAt, Layout layout, MeetingGate gate) {
        List<Admission> admissions = layout.tiles().stream()
                .map(tile -> gate.admit(meetingId, tile.participantId(), capturedAt))
                .toList();
        return new Seating(meetingId, layout, admissions);
    }

    /** The tiles that may be looked at; empty when there is none. */
    Optional<Layout> admitted() {
        List<Tile> tiles = new ArrayList<>();
        for (int i = 0; i < admissions.size(); i++) {
            if (admissions.get(i) instanceof Admission.Admitted admitted) {
                Tile tile = layout.tiles().get(i);
                tiles.add(new Tile(admitted.participantId(), tile.x(), tile.y(), tile.width(), tile.height()));
            }
        }
        return tiles.isEmpty() ? Optional.empty() : Optional.of(new Layout(tiles));
    }

    /**
     * Everybody, in the layout's order.
     *
     * @param readings what the admitted tiles showed, in their order
     */
    List<Guest> guests(List<FrameReading> readings) {
        Iterator<FrameReading> next = readings.iterator();
        List<Guest> guests = new ArrayList<>();
        for (int i = 0; i < admissions.size(); i++) {
            String name = layout.tiles().get(i).participantId();
            if (admissions.get(i) instanceof Admission.Admitted admitted) {
                ParticipantKey participant = new ParticipantKey(meetingId, admitted.participantId());
                guests.add(new Guest.Measured(name, participant, next.next().findings()));
            } else {
                guests.add(new Guest.Refused(name, ((Admission.Refused) admissions.get(i)).refusal()));
            }
        }
        return guests;
    }
}
