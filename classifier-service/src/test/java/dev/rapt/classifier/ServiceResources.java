package dev.rapt.classifier;

import dev.rapt.kafka.EmbeddedKafkaResource;
import io.quarkus.test.common.QuarkusTestResource;

/** What every test of the running service needs: a broker and a model, shared by all of them. */
@QuarkusTestResource(EmbeddedKafkaResource.class)
@QuarkusTestResource(MadeUpModelResource.class)
final class ServiceResources {

    private ServiceResources() {}
}
