package dev.rapt.aggregator.rest;

import dev.rapt.contracts.Keys;

/** Refuses ids that no meeting and no participant can have. */
final class Ids {

    private Ids() {}

    static void check(String... ids) {
        for (String id : ids) {
            if (!Keys.isId(id)) {
                throw ProblemException.badRequest("bad-id", "An id matches " + Keys.ID_FORM);
            }
        }
    }
}
