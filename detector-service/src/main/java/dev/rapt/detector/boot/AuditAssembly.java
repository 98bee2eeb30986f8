package dev.rapt.detector.boot;

import dev.rapt.audit.log.AuditLog;
import dev.rapt.audit.log.AuditSettings;
import dev.rapt.detector.config.AuditConfig;
import dev.rapt.kafka.setup.KafkaConnection;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Keeps this replica's chain of the audit log. */
final class AuditAssembly {

    private static final String SERVICE = "rapt-detector";

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
