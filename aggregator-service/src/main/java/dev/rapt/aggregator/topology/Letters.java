package dev.rapt.aggregator.topology;

import dev.rapt.aggregator.event.DeadLetters;
import dev.rapt.aggregator.event.Fault;
import java.time.Clock;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Forwards a dead letter for the record at hand. */
final class Letters {

    private final ProcessorContext<byte[], byte[]> context;
    private final Clock clock;

    Letters(ProcessorContext<byte[], byte[]> context, Clock clock) {
        this.context = context;
        this.clock = clock;
    }

    void forward(Record<byte[], byte[]> record, Fault fault) {
        RecordMetadata at = context.recordMetadata()
                .orElseThrow(() -> new IllegalStateException("A record from a topic says where it stands"));
        byte[] letter =
                DeadLetters.write(at.topic(), at.partition(), at.offset(), record.value(), fault, clock.instant());
        context.forward(new Record<>(null, letter, record.timestamp()), TimelineTopology.LETTERS);
    }
}
