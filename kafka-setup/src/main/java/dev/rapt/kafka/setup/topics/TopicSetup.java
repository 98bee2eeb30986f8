package dev.rapt.kafka.setup.topics;

import dev.rapt.contracts.Topics;
import dev.rapt.kafka.setup.KafkaConnection;
import dev.rapt.kafka.setup.KafkaTrouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Makes the topics of Rapt, and looks whether they are what they should be. Doing it again changes nothing. Partitions
 * are fixed at creation, because the place of a meeting's records depends on them: nothing here changes their number,
 * and no topic is ever deleted. For one thread.
 *
 * <p>Every method waits for the brokers, up to the patience it was made with, and then throws a {@link
 * TopicSetupException} with a reason for people; a broker that refuses is not waited for.
 */
public final class TopicSetup implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration REQUEST = Duration.ofSeconds(5);

    private final KafkaConnection connection;
    private final Duration patience;
    private Admin admin;

    public TopicSetup(KafkaConnection connection, Duration patience) {
        this.connection = connection;
        this.patience = patience.compareTo(LEAST) < 0 ? LEAST : patience;
    }

    /**
     * Creates the topics that are missing, and gives those that are there the settings they would be created with.
     *
     * @return what was done, a line for each topic
     * @throws TopicSetupException also when a topic is there with another number of partitions
     */
    public List<String> create(TopicPlan plan) {
        return create(plan.specs(), plan);
    }

    /** The same for these topics, which are the plan's with other settings, or others. */
    public List<String> create(List<Topics.Spec> specs, TopicPlan plan) {
        return ask(open -> {
            awaitBrokers(open, plan.replication().orElse(1));
            // Before, because not every broker may know at once of those that are made
            Map<String, TopicState> there = states(open, specs);
            for (Topics.Spec spec : specs) {
                TopicState topic = there.get(spec.name());
                if (topic != null && topic.partitions() != spec.partitions()) {
                    throw new TopicSetupException(Findings.partitions(spec, topic));
                }
            }
            List<String> done = new ArrayList<>();
            createMissing(open, plan, specs, there.keySet()).forEach(name -> done.add(name + ": created"));
            for (Topics.Spec spec : specs) {
                TopicState topic = there.get(spec.name());
                if (topic != null) {
                    int renewed = renew(open, plan, spec, topic);
                    done.add(spec.name() + ": " + (renewed == 0 ? "as it should be" : renewed + " settings renewed"));
                }
            }
            return done;
        });
    }

    /**
     * Compares the topics with a plan.
     *
     * @param anyPartitions whether as many partitions are expected as {@code face-scores} has, not as planned
     * @return what is different, a sentence each
     */
    public List<String> check(TopicPlan plan, boolean anyPartitions) {
        return ask(open -> {
            awaitBrokers(open, 1);
            Map<String, TopicState> there = states(open, plan.specs());
            TopicState scores = there.get(Topics.FACE_SCORES);
            TopicPlan judged = anyPartitions && scores != null
                    ? new TopicPlan(scores.partitions(), plan.replication(), plan.minInsync(), plan.auditRetention())
                    : plan;
            return Findings.of(judged, there);
        });
    }

    /** Allows these. Kafka needs an authorizer for it. */
    public void allow(Collection<AclBinding> bindings) {
        ask(open -> {
            awaitBrokers(open, 1);
            open.createAcls(bindings).all().get();
            return List.of();
        });
    }

    private interface Question<T> {
        T ask(Admin open) throws ExecutionException, InterruptedException;
    }

    private <T> T ask(Question<T> question) {
        try {
            return question.ask(admin());
        } catch (ExecutionException e) {
            throw new TopicSetupException(
                    connection + ": " + KafkaTrouble.refusal(e).orElseGet(() -> reason(e)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TopicSetupException("Interrupted");
        }
    }

    private String reason(ExecutionException e) {
        return e.getCause() instanceof TimeoutException
                ? "no broker answers within " + patience.toSeconds() + " s"
                : e.getCause().getMessage();
    }

    /** In a cluster that starts, names become known and brokers come one by one. */
    private Admin admin() throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (admin == null) {
            try {
                admin = Admin.create(settings());
            } catch (KafkaException e) {
                if (!KafkaTrouble.isUnresolved(e) || System.nanoTime() > end) {
                    throw new TopicSetupException(connection + ": " + e.getMessage()
                            + (e.getCause() == null ? "" : ": " + e.getCause().getMessage()));
                }
                Thread.sleep(PAUSE.toMillis());
            }
        }
        return admin;
    }

    private void awaitBrokers(Admin open, int enough) throws ExecutionException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        int brokers = open.describeCluster().nodes().get().size();
        while (brokers < enough) {
            if (System.nanoTime() > end) {
                throw new TopicSetupException(connection + ": there are " + brokers + " brokers, and " + enough
                        + " are needed for so many replicas");
            }
            Thread.sleep(PAUSE.toMillis());
            brokers = open.describeCluster().nodes().get().size();
        }
    }

    private static List<String> createMissing(Admin open, TopicPlan plan, List<Topics.Spec> specs, Set<String> there)
            throws ExecutionException, InterruptedException {
        List<NewTopic> missing = specs.stream()
                .filter(spec -> !there.contains(spec.name()))
                .map(spec -> new NewTopic(
                                spec.name(),
                                Optional.of(spec.partitions()),
                                plan.replication().map(Integer::shortValue))
                        .configs(spec.config()))
                .toList();
        List<String> created = new ArrayList<>();
        for (var one : open.createTopics(missing).values().entrySet()) {
            try {
                one.getValue().get();
                created.add(one.getKey());
            } catch (ExecutionException e) {
                // Somebody else makes them at the same time
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
        return created;
    }

    private static Map<String, TopicState> states(Admin open, List<Topics.Spec> specs)
            throws ExecutionException, InterruptedException {
        Set<String> wanted = specs.stream().map(Topics.Spec::name).collect(Collectors.toSet());
        wanted.retainAll(open.listTopics().names().get());
        Map<String, TopicState> states = new TreeMap<>();
        var settings = open.describeConfigs(
                        wanted.stream().map(TopicSetup::resource).toList())
                .all()
                .get();
        for (TopicDescription topic :
                open.describeTopics(wanted).allTopicNames().get().values()) {
            Map<String, String> values = new HashMap<>();
            settings.get(resource(topic.name())).entries().forEach(entry -> {
                if (entry.value() != null) {
                    values.put(entry.name(), entry.value());
                }
            });
            int copies = topic.partitions().stream()
                    .mapToInt(partition -> partition.replicas().size())
                    .min()
                    .orElse(0);
            states.put(
                    topic.name(),
                    new TopicState(topic.name(), topic.partitions().size(), copies, values));
        }
        return states;
    }

    /** A topic may come from an earlier version, which kept things longer. */
    private static int renew(Admin open, TopicPlan plan, Topics.Spec spec, TopicState topic)
            throws ExecutionException, InterruptedException {
        List<AlterConfigOp> settings = spec.config().entrySet().stream()
                .filter(planned -> !plan.isMetBy(
                        spec.name(),
                        planned.getKey(),
                        planned.getValue(),
                        topic.settings().getOrDefault(planned.getKey(), "")))
                .map(planned -> new AlterConfigOp(
                        new ConfigEntry(planned.getKey(), planned.getValue()), AlterConfigOp.OpType.SET))
                .toList();
        if (!settings.isEmpty()) {
            open.incrementalAlterConfigs(Map.of(resource(spec.name()), settings))
                    .all()
                    .get();
        }
        return settings.size();
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private Map<String, Object> settings() {
        int wait = Math.toIntExact(patience.toMillis());
        Map<String, Object> settings = new HashMap<>(connection.properties());
        settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "rapt-topics");
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, wait);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.min(wait, (int) REQUEST.toMillis()));
        settings.put(AdminClientConfig.RETRY_BACKOFF_MS_CONFIG, 50L);
        return settings;
    }

    @Override
    public void close() {
        if (admin != null) {
            admin.close(REQUEST);
        }
    }
}
