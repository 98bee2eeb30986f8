package dev.rapt.access.http;

import dev.rapt.access.route.Route;
import dev.rapt.access.route.Routes;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Counts requests under the path of their route in the table. What the gate refuses has come to no route yet, so that it
 * would be counted under its path as it came: with ids in it, and as many labels as strangers can make up. The same goes for
 * what the gateway passes on, and for what the service's own clients ask.
 */
final class RouteLabels {

    private static final String PATH = "uri";
    private static final String OTHER = "other";

    @Produces
    @Singleton
    static MeterFilter routes() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                String path = id.getTag(PATH);
                return path == null ? id : id.replaceTags(withPath(id.getTags(), label(path)));
            }
        };
    }

    /** Words such as {@code NOT_FOUND} stay as they are. */
    static String label(String path) {
        return path.startsWith("/") ? Routes.at(path).map(Route::path).orElse(OTHER) : path;
    }

    private static List<Tag> withPath(List<Tag> tags, String path) {
        return tags.stream()
                .map(tag -> tag.getKey().equals(PATH) ? Tag.of(PATH, path) : tag)
                .toList();
    }
}
