package dev.rapt.aggregator.topology;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Has another processor do the work, and tells how far it has come. */
final class TellPosition implements Processor<byte[], byte[], byte[], byte[]> {

    private final Processor<byte[], byte[], byte[], byte[]> work;
    private final MeetingWatch watch;
    private ProcessorContext<byte[], byte[]> context;

    TellPosition(Processor<byte[], byte[], byte[], byte[]> work, MeetingWatch watch) {
        this.work = work;
        this.watch = watch;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        this.context = context;
        work.init(context);
        // One sub-topology over topics with the same partitions: a task has the number of its partition
        watch.taken(context.taskId().partition());
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        work.process(record);
        context.recordMetadata().ifPresent(at -> watch.passed(at.partition(), at.offset()));
    }

    @Override
    public void close() {
        watch.left(context.taskId().partition());
        work.close();
    }
}
