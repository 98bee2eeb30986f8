package dev.rapt.aggregator.audit;

import dev.rapt.audit.log.AuditLog;
import dev.rapt.audit.log.AuditSettings;
import dev.rapt.kafka.setup.KafkaConnection;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Keeps this instance's chain of the audit log. */
@Singleton
class AuditKeeper {

    private static final String SERVICE = "rapt-aggregator";

    @Produces
    @Singleton
    AuditLog log(KafkaConnection kafka, AuditConfig config) {
        return new AuditLog(
                kafka.properties(),
                new AuditSettings(SERVICE, config.patience(), config.witnessEvery(), config.waiting()));
    }

    void start(@Observes StartupEvent event, AuditLog log) {
        log.open();
    }

    void stop(@Observes ShutdownEvent event, AuditLog log) {
        log.close();
    }
}
