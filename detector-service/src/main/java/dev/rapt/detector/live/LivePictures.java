package dev.rapt.detector.live;

import dev.rapt.detector.FrameFindings;
import dev.rapt.detector.ingest.Frame;
import dev.rapt.detector.ingest.MeetingGate;
import dev.rapt.detector.ingest.ParticipantKey;
import dev.rapt.detector.ingest.gallery.GalleryFrame;
import dev.rapt.detector.ingest.gallery.GalleryOutcome;
import dev.rapt.detector.live.draw.Scene;
import dev.rapt.detector.meeting.MeetingEvent;
import java.time.Clock;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The last frame of every participant, kept in memory for a few seconds and nowhere else, together with what else is to
 * be written on it. Bounded in pictures, bytes and time. A meeting is on screen as long as one of its pictures is kept,
 * and everything about it goes with the last one. Any thread may call anything.
 */
public final class LivePictures {

    /** How many more people than pictures are known, from the meetings' logs. */
    private static final int PEOPLE_A_PICTURE = 4;

    private static final String NOT_EVERYBODY = "not everybody may be shown";

    private final LiveLimits limits;
    private final MeetingGate gate;
    private final Clock clock;
    private final Map<String, LiveMeeting> meetings = new LinkedHashMap<>();
    /** From the one that came first to the one that came last. */
    private final Map<Place, Kept> kept = new LinkedHashMap<>();

    private long bytes;
    private int people;
    private long begun;

    /** Where a picture belongs; the participant is empty when it shows the whole meeting. */
    private record Place(String meetingId, String participantId) {}

    /**
     * What a meeting shows now.
     *
     * @param version equal only when nothing has changed
     */
    public record View(long version, Scene scene) {}

    /** @param gate tells of whom nothing may be kept */
    public LivePictures(LiveLimits limits, MeetingGate gate, Clock clock) {
        this.limits = limits;
        this.gate = gate;
        this.clock = clock;
    }

    /** A participant's own frame was read; an older one than the last is left out. */
    public synchronized void saw(Frame frame, FrameFindings findings) {
        String participantId = frame.participant().participantId();
        Place place = new Place(frame.participant().meetingId(), participantId);
        keep(place, frame.capturedAt(), Shown.of(participantId, frame.picture(), findings));
    }

    /** A picture of many participants was read; an older one than the last is left out. */
    public synchronized void saw(GalleryFrame composite, List<GalleryOutcome.Participant> participants) {
        Place place = new Place(composite.meetingId(), "");
        // Whoever isn't measured may be in it all the same
        boolean everybody = composite
                .layout()
                .map(layout -> layout.tiles().size() == participants.size())
                .orElse(true);
        Shown shown = everybody ? Shown.of(composite.picture(), participants) : new Shown.Nobody(NOT_EVERYBODY);
        keep(place, composite.capturedAt(), shown);
    }

    /** Less of a meeting may be kept than before: what may not goes at once. */
    public synchronized void narrowed(String meetingId) {
        LiveMeeting meeting = meetings.get(meetingId);
        if (meeting == null) {
            return;
        }
        if (!mayBeSeen(meetingId)) {
            forget(meetingId);
            return;
        }
        Set<String> refused = meeting.those(id -> isRefused(meetingId, id, Long.MAX_VALUE));
        // They may be in the picture of all, and the next one comes soon
        drop(new Place(meetingId, ""));
        refused.forEach(id -> drop(new Place(meetingId, id)));
        if (meetings.containsKey(meetingId)) {
            meeting.forget(refused);
            people -= refused.size();
            if (!gate.signals(meetingId).expression()) {
                meeting.unlabel();
            }
            meeting.changed();
        }
    }

    /** Forgets a meeting at once. */
    synchronized void forget(String meetingId) {
        for (Iterator<Map.Entry<Place, Kept>> all = kept.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<Place, Kept> entry = all.next();
            if (entry.getKey().meetingId().equals(meetingId)) {
                bytes -= entry.getValue().shown().bytes();
                all.remove();
            }
        }
        LiveMeeting meeting = meetings.remove(meetingId);
        people -= meeting == null ? 0 : meeting.size();
    }

    /** Drops what has expired. */
    public synchronized void sweep() {
        long earliest = clock.millis() - limits.expiry().toMillis();
        while (!kept.isEmpty() && eldest().getValue().arrivedAt() < earliest) {
            drop(eldest().getKey());
        }
    }

    /** The meetings that are on screen. */
    public synchronized Set<String> meetings() {
        sweep();
        return Set.copyOf(meetings.keySet());
    }

    /** What a meeting shows; empty when this process holds no picture of it. */
    public synchronized Optional<View> view(String meetingId) {
        sweep();
        return Optional.ofNullable(meetings.get(meetingId))
                .map(meeting -> new View(
                        meeting.version(),
                        meeting.scene(limits.maxTiles(), limits.labelAge().toMillis())));
    }

    /** A participant's expression was estimated, or could not be; ignored when the meeting isn't on screen. */
    public synchronized void scored(String meetingId, LiveScore score) {
        LiveMeeting meeting = meetings.get(meetingId);
        if (meeting != null
                && meeting.knows(score.participantId())
                && gate.signals(meetingId).expression()
                && !isRefused(meetingId, score.participantId(), score.capturedAt())
                && meeting.person(score.participantId()).scored(score)) {
            meeting.changed();
        }
    }

    /** The meeting's log says something of a participant; ignored when the meeting isn't on screen. */
    public synchronized void tell(MeetingEvent event) {
        String meetingId = event.participant().meetingId();
        String participantId = event.participant().participantId();
        LiveMeeting meeting = meetings.get(meetingId);
        if (meeting == null
                || !(meeting.knows(participantId) || roomForAPerson())
                || isRefused(meetingId, participantId, event.at())) {
            return;
        }
        int before = meeting.size();
        boolean pictureMustGo = meeting.tell(participantId, event.what(), event.at());
        people += meeting.size() - before;
        if (pictureMustGo) {
            goDark(new Place(meetingId, participantId), event.what());
        }
    }

    /** Pictures that are kept now, those of people without a face counted too. */
    public synchronized int size() {
        return kept.size();
    }

    /** Bytes of the pictures that are kept now. */
    public synchronized long bytes() {
        return bytes;
    }

    private void keep(Place place, long capturedAt, Shown shown) {
        sweep();
        Kept before = kept.get(place);
        if (!mayBeSeen(place.meetingId())
                || !place.participantId().isEmpty()
                        && isRefused(place.meetingId(), place.participantId(), capturedAt)) {
            return;
        }
        if (shown.bytes() > limits.maxBytes() || before != null && before.capturedAt() > capturedAt) {
            return;
        }
        LiveMeeting meeting = meetings.computeIfAbsent(place.meetingId(), id -> new LiveMeeting(id, ++begun << 32));
        Kept now = new Kept(capturedAt, clock.millis(), shown);
        int peopleBefore = meeting.size();
        put(meeting, place, Optional.of(now));
        if (!roomForAPerson()) {
            meeting.prune();
        }
        people += meeting.size() - peopleBefore;
        kept.remove(place);
        kept.put(place, now);
        bytes += shown.bytes() - (before == null ? 0 : before.shown().bytes());
        while (kept.size() > limits.maxPictures() || bytes > limits.maxBytes()) {
            drop(eldest().getKey());
        }
    }

    private boolean mayBeSeen(String meetingId) {
        return gate.objection(meetingId).isEmpty() && gate.showsPeople(meetingId);
    }

    private boolean isRefused(String meetingId, String participantId, long capturedAt) {
        return gate.standing(new ParticipantKey(meetingId, participantId), capturedAt)
                .isPresent();
    }

    /** Whoever only switches the camera off stays on screen as long as the picture would have. */
    private void goDark(Place place, MeetingEvent.What why) {
        if (why instanceof MeetingEvent.Left) {
            drop(place);
            return;
        }
        Kept before = kept.get(place);
        Kept dark = new Kept(before.capturedAt(), before.arrivedAt(), new Shown.Nobody(Person.CAMERA_OFF));
        kept.replace(place, dark);
        bytes -= before.shown().bytes();
        put(meetings.get(place.meetingId()), place, Optional.of(dark));
    }

    private void drop(Place place) {
        Kept dropped = kept.remove(place);
        if (dropped == null) {
            return;
        }
        bytes -= dropped.shown().bytes();
        LiveMeeting meeting = meetings.get(place.meetingId());
        put(meeting, place, Optional.empty());
        if (!meeting.isOnScreen()) {
            meetings.remove(place.meetingId());
            people -= meeting.size();
        }
    }

    private static void put(LiveMeeting meeting, Place place, Optional<Kept> picture) {
        if (place.participantId().isEmpty()) {
            meeting.keepComposite(picture);
        } else {
            Person person = meeting.person(place.participantId());
            picture.ifPresentOrElse(person::keep, person::drop);
        }
        meeting.changed();
    }

    private Map.Entry<Place, Kept> eldest() {
        return kept.entrySet().iterator().next();
    }

    private boolean roomForAPerson() {
        return people < PEOPLE_A_PICTURE * limits.maxPictures();
    }
}
