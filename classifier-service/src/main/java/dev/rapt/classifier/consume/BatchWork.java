package dev.rapt.classifier.consume;

import dev.rapt.classifier.publish.PublishException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What is done with a batch of records. */
@FunctionalInterface
interface BatchWork {

    /**
     * Returns when everything that came of the batch is acknowledged.
     *
     * @throws PublishException if it isn't, and the batch is to be worked on again
     */
    void finish(List<ConsumerRecord<byte[], byte[]>> batch) throws PublishException, InterruptedException;
}
