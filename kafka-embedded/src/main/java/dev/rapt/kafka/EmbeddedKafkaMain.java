package dev.rapt.kafka;

import java.nio.file.Path;

/**
 * The broker as a process: {@code PORT DIRECTORY PARTITIONS}. Prints {@code ready HOST:PORT} once clients are answered
 * and the topics are there; stops in order on SIGTERM.
 */
public final class EmbeddedKafkaMain {

    private EmbeddedKafkaMain() {}

    public static void main(String[] args) {
        if (args.length != 3) {
            System.err.println("Use: PORT DIRECTORY PARTITIONS");
            System.exit(2);
        }
        EmbeddedKafka kafka =
                EmbeddedKafka.start(EmbeddedKafka.Settings.local(Integer.parseInt(args[0]), Path.of(args[1])));
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::stop, "broker-stop"));
        KafkaTopics.create(kafka.bootstrapServers(), Integer.parseInt(args[2]));
        System.out.println("ready " + kafka.bootstrapServers());
        kafka.awaitShutdown();
    }
}
