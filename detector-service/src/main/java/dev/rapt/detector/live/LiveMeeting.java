package dev.rapt.detector.live;

import dev.rapt.detector.live.draw.Scene;
import dev.rapt.detector.meeting.MeetingEvent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One meeting that is on screen, and the scene that it makes. Guarded by its {@link LivePictures}. */
final class LiveMeeting {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private final String id;
    private final Map<String, Person> people = new LinkedHashMap<>();
    private Optional<Kept> composite = Optional.empty();
    private long version;

    /** @param firstVersion above all of a meeting of this id that was forgotten */
    LiveMeeting(String id, long firstVersion) {
        this.id = id;
        this.version = firstVersion;
    }

    /** Grows whenever the scene may have changed. */
    long version() {
        return version;
    }

    void changed() {
        version++;
    }

    int size() {
        return people.size();
    }

    boolean knows(String participantId) {
        return people.containsKey(participantId);
    }

    Person person(String participantId) {
        return people.computeIfAbsent(participantId, Person::new);
    }

    Optional<Kept> composite() {
        return composite;
    }

    /** Takes the picture of all, and knows from then on whoever is seen in it. */
    void keepComposite(Optional<Kept> picture) {
        composite = picture;
        picture.ifPresent(kept -> {
            if (kept.shown() instanceof Shown.Picture shown) {
                shown.faces().stream()
                        .map(Shown.Face::participantId)
                        .filter(participantId -> !participantId.isEmpty())
                        .forEach(this::person);
            }
        });
    }

    /** Forgets whoever isn't there. */
    void prune() {
        Set<String> seen = composite
                .filter(kept -> kept.shown() instanceof Shown.Picture)
                .map(kept -> ((Shown.Picture) kept.shown())
                        .faces().stream().map(Shown.Face::participantId).collect(Collectors.toSet()))
                .orElse(Set.of());
        people.entrySet().removeIf(entry -> !entry.getValue().isThere() && !seen.contains(entry.getKey()));
    }

    /** The participants of whom this holds. */
    Set<String> those(Predicate<String> holds) {
        return people.keySet().stream().filter(holds).collect(Collectors.toUnmodifiableSet());
    }

    /** Forgets participants, their names too. */
    void forget(Set<String> participantIds) {
        people.keySet().removeAll(participantIds);
    }

    /** Takes away what is said of anybody's expression. */
    void unlabel() {
        people.values().forEach(Person::unlabel);
    }

    /** Whether there is anything fresh of it; otherwise the process doesn't hold it any more. */
    boolean isOnScreen() {
        return composite.isPresent()
                || people.values().stream().anyMatch(person -> person.kept().isPresent());
    }

    /** What the log says of a participant at that time; true when a picture from before must go. */
    boolean tell(String participantId, MeetingEvent.What what, long at) {
        Person person = person(participantId);
        version++;
        if (what instanceof MeetingEvent.Joined joined) {
            person.joined(joined.name(), at);
        } else if (what instanceof MeetingEvent.Left) {
            return person.left(at);
        } else if (what instanceof MeetingEvent.SpeechOn on) {
            speaks(person, on.silenceIsReported(), at);
        } else if (what instanceof MeetingEvent.SpeechOff) {
            person.silent(at);
        } else if (what instanceof MeetingEvent.WebcamOn) {
            return person.camera(true, at);
        } else if (what instanceof MeetingEvent.WebcamOff) {
            return person.camera(false, at);
        }
        return false;
    }

    private void speaks(Person person, boolean silenceIsReported, long at) {
        if (person.speaks(silenceIsReported, at) && !silenceIsReported) {
            people.values().stream().filter(other -> other != person).forEach(other -> other.displaced(at));
        }
    }

    Scene scene(int maxTiles, long labelAge) {
        if (composite.isPresent()) {
            Scene.Tile whole = new Scene.Tile("", false, content(composite.get(), labelAge, true));
            return new Scene(title(composite.get().capturedAt()), List.of(whole), 0);
        }
        List<Person> there = people.values().stream().filter(Person::isThere).toList();
        List<Scene.Tile> tiles = there.stream()
                .limit(maxTiles)
                .map(person -> tile(person, labelAge))
                .toList();
        long newest = there.stream()
                .flatMap(person -> person.kept().stream())
                .mapToLong(Kept::capturedAt)
                .max()
                .orElse(0);
        return new Scene(title(newest), tiles, there.size() - tiles.size());
    }

    private String title(long capturedAt) {
        return id + " · " + TIME.format(Instant.ofEpochMilli(capturedAt));
    }

    private Scene.Tile tile(Person person, long labelAge) {
        return new Scene.Tile(
                person.name(),
                person.speaking(),
                person.kept()
                        .map(kept -> content(kept, labelAge, false))
                        .orElseGet(() -> new Scene.Dark(person.whyDark())));
    }

    private Scene.Content content(Kept kept, long labelAge, boolean ofSeveral) {
        if (kept.shown() instanceof Shown.Picture picture) {
            return shot(picture, kept.capturedAt(), labelAge, ofSeveral);
        }
        return new Scene.Dark(((Shown.Nobody) kept.shown()).reason());
    }

    private Scene.Shot shot(Shown.Picture picture, long capturedAt, long labelAge, boolean ofSeveral) {
        List<Scene.Face> faces = picture.faces().stream()
                .map(face -> face(face, capturedAt, labelAge, ofSeveral))
                .toList();
        return new Scene.Shot(picture.picture(), picture.width(), picture.height(), faces);
    }

    private Scene.Face face(Shown.Face face, long capturedAt, long labelAge, boolean ofSeveral) {
        Optional<Person> whose = Optional.ofNullable(people.get(face.participantId()));
        return new Scene.Face(
                face.box().x(),
                face.box().y(),
                face.box().width(),
                face.box().height(),
                !face.participantId().isEmpty(),
                ofSeveral ? whose.map(Person::name).orElse(face.participantId()) : "",
                whose.map(person -> person.labelAt(capturedAt, labelAge)).orElse(""),
                ofSeveral && whose.map(Person::speaking).orElse(false));
    }
}
