package dev.rapt.aggregator.attention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where else a person keeps turning: a second monitor. A steady place counts as facing once the person has come back to it
 * often enough, with facing in between, and for long enough in all. One long stare is one visit, however long it is. Only
 * a place towards the camera, nearer to it than what was learnt, needs no returning: whoever began the meeting on the
 * second monitor turns to the first one and may stay there.
 */
final class Places {

    private final AttentionRules.Further rules;
    private final Pose learnt;
    private final List<Place> places = new ArrayList<>();
    private final List<Pose> accepted = new ArrayList<>();
    private Optional<Visit> visit = Optional.empty();
    private long faced;

    Places(AttentionRules.Further rules, Pose learnt) {
        this.rules = rules;
        this.learnt = learnt;
    }

    /** One that goes on on its own from here. */
    Places copy() {
        Places copy = new Places(rules, learnt);
        Map<Place, Place> twins = new IdentityHashMap<>();
        places.forEach(place -> copy.places.add(twins.computeIfAbsent(place, copy::twin)));
        copy.accepted.addAll(accepted);
        copy.visit = visit.map(now -> {
            Visit twin = copy.new Visit();
            twin.yaw = now.yaw;
            twin.pitch = now.pitch;
            twin.seconds = now.seconds;
            twin.place = now.place.map(place -> twins.computeIfAbsent(place, copy::twin));
            return twin;
        });
        copy.faced = faced;
        return copy;
    }

    private Place twin(Place place) {
        Place twin = new Place();
        twin.yaw = place.yaw;
        twin.pitch = place.pitch;
        twin.seconds = place.seconds;
        twin.visits = place.visits;
        twin.facedBefore = place.facedBefore;
        return twin;
    }

    /** Those that count as facing, in the order in which they came to. */
    List<Pose> accepted() {
        return accepted;
    }

    /** Takes a second in which the person was well within a pose that is facing; the edge of one is no coming back. */
    void faced() {
        faced++;
        visit = Optional.empty();
    }

    /** Takes a second in which the person was turned elsewhere. */
    void elsewhere(Pose pose) {
        if (accepted.size() >= rules.most() || !mayBeMonitor(pose)) {
            visit = Optional.empty();
            return;
        }
        Visit now =
                visit.filter(v -> v.mean().distanceTo(pose) <= rules.spread()).orElseGet(Visit::new);
        visit = Optional.of(now);
        now.add(pose);
        now.place.filter(this::isAccepted).ifPresent(place -> {
            accepted.add(place.mean());
            places.remove(place);
            // Or the next second of the same visit would accept it again
            visit = Optional.empty();
        });
    }

    private boolean mayBeMonitor(Pose pose) {
        double up = pose.pitch() - learnt.pitch();
        boolean near =
                Math.abs(pose.yaw() - learnt.yaw()) <= rules.aside() && up >= -rules.below() && up <= rules.above();
        return near || isTowardsCamera(pose);
    }

    private boolean isTowardsCamera(Pose pose) {
        return pose.fromCamera() <= rules.camera() && pose.fromCamera() <= learnt.fromCamera() - rules.nearer();
    }

    private boolean isAccepted(Place place) {
        return place.seconds >= rules.seconds() && (place.visits >= rules.visits() || isTowardsCamera(place.mean()));
    }

    /** A steady place: what all visits to it come to. */
    private final class Place {
        private double yaw;
        private double pitch;
        private int seconds;
        private int visits;
        private long facedBefore = Long.MIN_VALUE / 2;

        Pose mean() {
            return new Pose(yaw / seconds, pitch / seconds);
        }

        void begin() {
            // Without facing in between it is the same visit, which something has interrupted
            if (faced - facedBefore >= rules.returnSeconds()) {
                visits++;
            }
        }

        void add(double moreYaw, double morePitch, int moreSeconds) {
            yaw += moreYaw;
            pitch += morePitch;
            seconds += moreSeconds;
            facedBefore = faced;
        }
    }

    /** A steady stretch, of which it shows after a few seconds to which place it belongs. */
    private final class Visit {
        private double yaw;
        private double pitch;
        private int seconds;
        private Optional<Place> place = Optional.empty();

        Pose mean() {
            return new Pose(yaw / seconds, pitch / seconds);
        }

        void add(Pose pose) {
            yaw += pose.yaw();
            pitch += pose.pitch();
            seconds++;
            if (place.isPresent()) {
                place.get().add(pose.yaw(), pose.pitch(), 1);
            } else if (seconds >= rules.visitSeconds()) {
                Place found = nearest().orElseGet(this::discover);
                found.begin();
                found.add(yaw, pitch, seconds);
                place = Optional.of(found);
            }
        }

        private Optional<Place> nearest() {
            Pose mean = mean();
            return places.stream()
                    .filter(p -> p.mean().distanceTo(mean) <= rules.spread())
                    .min(Comparator.comparingDouble(p -> p.mean().distanceTo(mean)));
        }

        private Place discover() {
            Place fresh = new Place();
            places.add(fresh);
            return fresh;
        }
    }
}
