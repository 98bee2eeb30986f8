package dev.rapt.aggregator.gateway;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;

/**
 * No meeting and no participant in a meter's label. What this service answers itself is counted under its path's
 * template; what it passes on would be counted under the path as it came.
 */
final class PathsWithoutIds {

    private static final String PATH = "uri";
    private static final Pattern MEETING = Pattern.compile("(?<=/meetings/)[^/]+");
    private static final Pattern PARTICIPANT = Pattern.compile("(?<=/participants/)[^/]+");

    @Produces
    @Singleton
    static MeterFilter filter() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                String path = id.getTag(PATH);
                return path == null ? id : id.replaceTags(withPath(id.getTags(), template(path)));
            }
        };
    }

    static String template(String path) {
        String meeting = MEETING.matcher(path).replaceAll("{meetingId}");
        return PARTICIPANT.matcher(meeting).replaceAll("{participantId}");
    }

    private static List<Tag> withPath(List<Tag> tags, String path) {
        return tags.stream()
                .map(tag -> tag.getKey().equals(PATH) ? Tag.of(PATH, path) : tag)
                .toList();
    }
}
