package dev.rapt.aggregator.attention;

import java.util.List;
import java.util.Optional;

/**
 * A person's calm head pose as it stands: what was learnt, moved slowly by facing seconds and never far, and the further
 * poses that came to count as facing. A second that isn't facing moves nothing.
 */
final class CalmPose {

    private final AttentionRules rules;
    private final Pose learnt;
    private final Places places;
    private Pose now;

    CalmPose(AttentionRules rules, Pose learnt) {
        this(rules, learnt, new Places(rules.further(), learnt), learnt);
    }

    private CalmPose(AttentionRules rules, Pose learnt, Places places, Pose now) {
        this.rules = rules;
        this.learnt = learnt;
        this.places = places;
        this.now = now;
    }

    /** One that goes on on its own from here. */
    CalmPose copy() {
        return new CalmPose(rules, learnt, places.copy(), now);
    }

    Pose now() {
        return now;
    }

    List<Pose> further() {
        return List.copyOf(places.accepted());
    }

    /**
     * Takes the next second's pose.
     *
     * @param adapt whether it may move the calm pose
     * @return the known pose that it faces; empty when it is turned elsewhere
     */
    Optional<Pose> faced(Pose pose, boolean adapt) {
        Optional<Pose> known = known(pose);
        if (known.isEmpty()) {
            places.elsewhere(pose);
            return known;
        }
        if (rules.cone().core().holds(known.get(), pose)) {
            places.faced();
        }
        if (adapt && rules.cone().holds(now, pose)) {
            Pose moved = now.towards(pose, 1.0 / rules.learning().adaptation());
            now = moved.distanceTo(learnt) <= rules.learning().drift() ? moved : now;
        }
        return known;
    }

    private Optional<Pose> known(Pose pose) {
        if (rules.cone().holds(now, pose)) {
            return Optional.of(now);
        }
        return places.accepted().stream()
                .filter(place -> rules.cone().holds(place, pose))
                .findFirst();
    }
}
