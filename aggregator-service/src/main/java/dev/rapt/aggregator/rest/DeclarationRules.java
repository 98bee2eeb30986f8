package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.meeting.Declaration;
import dev.rapt.aggregator.meeting.Group;
import dev.rapt.meeting.Terms;
import dev.rapt.meeting.View;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What may still be said of a meeting. People were told what is measured and agreed to that: once a frame was counted or a
 * consent recorded, a declaration may only narrow.
 */
final class DeclarationRules {

    private static final String BROADENED = "declaration-broadened";

    private final int k;
    private final Duration usualRetention;

    /**
     * @param k how many people a group that is seen as one must have
     * @param usualRetention how long meetings are kept that don't say
     */
    DeclarationRules(int k, Duration usualRetention) {
        this.k = k;
        this.usualRetention = usualRetention;
    }

    /** How much there is of a meeting already. */
    enum Stage {
        /** Nothing: whatever is said, nobody was told otherwise. */
        NOTHING,
        /** Somebody has consented or refused. */
        CONSENTED,
        /** Frames were counted. */
        COUNTED
    }

    /**
     * Refuses terms and a retention that are broader than those that were said before.
     *
     * @param before what was said, with the terms as far as the policy allows them
     */
    void checkTerms(Optional<Declaration> before, Terms terms, Optional<Duration> retention, Stage stage) {
        if (stage == Stage.NOTHING) {
            return;
        }
        Optional<Terms> agreed = before.flatMap(Declaration::terms);
        List<String> beyond = new ArrayList<>(agreed.map(terms::beyond).orElse(List.of()));
        if (agreed.isEmpty() && terms.pseudonymous()) {
            // Its participants go by their own ids already
            beyond.add("pseudonymous");
        }
        if (before.isPresent() && kept(retention).compareTo(kept(before.get().retention())) > 0) {
            beyond.add("retention");
        }
        if (!beyond.isEmpty()) {
            throw ProblemException.conflict(
                    BROADENED,
                    "Frames were counted or consents recorded under what was declared before, so it may only be narrowed: "
                            + String.join(", ", beyond) + (beyond.size() == 1 ? " isn't" : " aren't"));
        }
    }

    /** Refuses groups that could tell of one person, and others than those of which something was told already. */
    void checkGroups(Optional<Declaration> before, Declaration said, Stage stage) {
        if (!isGroupView(said)) {
            return;
        }
        boolean same = before.filter(DeclarationRules::isGroupView)
                .map(Declaration::groups)
                .filter(groups -> Set.copyOf(groups).equals(Set.copyOf(said.groups())))
                .isPresent();
        if (same) {
            return;
        }
        if (stage == Stage.COUNTED
                && before.filter(DeclarationRules::isGroupView).isPresent()) {
            throw ProblemException.conflict(
                    "groups-fixed",
                    "Frames of this meeting were counted, and its groups are seen as groups only: other groups could be"
                            + " subtracted from these");
        }
        checkSizes(said.groups());
    }

    private void checkSizes(List<Group> groups) {
        Set<String> seen = new HashSet<>();
        for (Group group : groups) {
            int size = group.participantIds().size();
            if (size > 0 && size < k) {
                throw ProblemException.badRequest(
                        "bad-groups",
                        "In the group view each group has " + k + " people or more, or nobody; " + group.name()
                                + " has " + size);
            }
            if (!group.participantIds().stream().allMatch(seen::add)) {
                throw ProblemException.badRequest(
                        "bad-groups",
                        "In the group view nobody is in two groups, which could be subtracted from each other; "
                                + group.name() + " shares somebody with another");
            }
        }
    }

    private Duration kept(Optional<Duration> retention) {
        return retention.orElse(usualRetention);
    }

    private static boolean isGroupView(Declaration declaration) {
        return declaration.terms().filter(terms -> terms.view() == View.GROUP).isPresent();
    }
}
