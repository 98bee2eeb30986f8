package dev.rapt.aggregator.gateway;

import java.util.List;

/** Where the requests for a service may go. */
@FunctionalInterface
interface Ways {

    /** The ways for a request of this path, at least one, the one to try first in front. Any thread may ask. */
    List<Way> of(String path);
}
