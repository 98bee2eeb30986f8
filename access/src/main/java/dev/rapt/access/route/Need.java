package dev.rapt.access.route;

import dev.rapt.access.Role;
import java.util.EnumSet;
import java.util.Set;

/** What somebody needs to take a route. */
public enum Need {
    /** Nothing. */
    NOTHING(Set.of()),
    /** Any token that is good. */
    A_TOKEN(EnumSet.allOf(Role.class)),
    INGEST(Set.of(Role.INGEST)),
    VIEWER(Set.of(Role.VIEWER)),
    /** One of the two. */
    INGEST_OR_VIEWER(Set.of(Role.INGEST, Role.VIEWER)),
    ADMIN(Set.of(Role.ADMIN));

    private final Set<Role> roles;

    Need(Set<Role> roles) {
        this.roles = roles;
    }

    /** One of these is needed; an admin needs none of them. */
    public Set<Role> roles() {
        return roles;
    }
}
