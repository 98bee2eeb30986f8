package dev.rapt.access;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.spi.Converter;

/** Settings as a service reads them. */
public final class Settings {

    private Settings() {}

    public static AccessConfig of(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withMapping(AccessConfig.class)
                .withConverter(Duration.class, 1_000, (Converter<Duration>) Settings::duration)
                .withSources(new PropertiesConfigSource(properties, "test", 1_000))
                .build()
                .getConfigMapping(AccessConfig.class);
    }

    private static Duration duration(String text) {
        return text.endsWith("d") ? Duration.parse("P" + text) : Duration.parse("PT" + text);
    }
}
