package dev.rapt.kafka.setup.cdi;

import dev.rapt.kafka.setup.KafkaConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;

/** Gives a service the connection that its configuration describes; a service whose configuration is wrong doesn't start. */
@ApplicationScoped
class ConfiguredConnection {

    @Produces
    @Singleton
    KafkaConnection connection(Config config) {
        return KafkaConnection.of(name -> {
            ConfigValue found = config.getConfigValue(name);
            // A password with a dollar in it is no expression
            return Optional.ofNullable(KafkaConnection.isSecret(name) ? found.getRawValue() : found.getValue());
        });
    }
}
