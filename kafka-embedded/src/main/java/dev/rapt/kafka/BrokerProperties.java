package dev.rapt.kafka;

import java.util.Properties;

/** The settings of a broker that is alone, small and quick to start. */
final class BrokerProperties {

    static final int NODE = 1;
    static final String CONTROLLER = "CONTROLLER";

    private BrokerProperties() {}

    static Properties of(EmbeddedKafka.Settings settings, int controllerPort) {
        String host = settings.host();
        String client = settings.listener() + "://" + host + ":" + settings.port();
        Properties p = new Properties();
        p.put("process.roles", "broker,controller");
        p.put("node.id", "" + NODE);
        p.put("controller.quorum.voters", NODE + "@" + host + ":" + controllerPort);
        p.put("listeners", client + "," + CONTROLLER + "://" + host + ":" + controllerPort);
        p.put("advertised.listeners", client);
        p.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        p.put("controller.listener.names", CONTROLLER);
        p.put("inter.broker.listener.name", "PLAINTEXT");
        p.put("log.dirs", settings.directory().toString());

        // Nobody creates a topic by a slip of the pen
        p.put("auto.create.topics.enable", "false");
        p.put("default.replication.factor", "1");
        p.put("offsets.topic.replication.factor", "1");
        p.put("offsets.topic.num.partitions", "4");
        p.put("transaction.state.log.replication.factor", "1");
        p.put("transaction.state.log.min.isr", "1");
        p.put("transaction.state.log.num.partitions", "4");
        p.put("min.insync.replicas", "1");
        p.put("group.initial.rebalance.delay.ms", "0");
        // A transaction that its owner left behind blocks those who read committed records: not for long
        p.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "2000");

        // After kill -9 the broker's own earlier registration must expire before it is let in again
        p.put("broker.session.timeout.ms", "7000");
        p.put("broker.heartbeat.interval.ms", "1000");

        // Crops leave within minutes: docs/architecture.md says 15 and a segment of 1
        p.put("log.retention.check.interval.ms", "30000");
        p.put("log.segment.delete.delay.ms", "10000");

        // Small
        p.put("log.segment.bytes", "" + (64 << 20));
        p.put("log.index.size.max.bytes", "" + (1 << 20));
        p.put("log.cleaner.threads", "1");
        p.put("log.cleaner.dedupe.buffer.size", "" + (10 << 20));
        p.put("log.cleaner.io.buffer.size", "" + (256 << 10));
        p.put("num.network.threads", "2");
        p.put("num.io.threads", "4");
        p.put("background.threads", "2");
        return p;
    }
}
