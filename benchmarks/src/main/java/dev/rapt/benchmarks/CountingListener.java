package dev.rapt.benchmarks;

import dev.rapt.aggregator.event.Fault;
import dev.rapt.aggregator.event.ScoredFrame;
import dev.rapt.aggregator.topology.FrameListener;
import dev.rapt.aggregator.topology.LogListener;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what becomes of scores; a dead letter means that the benchmark itself is wrong. */
final class CountingListener implements FrameListener, LogListener {

    final AtomicLong counted = new AtomicLong();
    final AtomicLong packed = new AtomicLong();

    @Override
    public void counted(ScoredFrame frame) {
        counted.incrementAndGet();
    }

    @Override
    public void duplicate() {
        throw new IllegalStateException("No frame is sent twice");
    }

    @Override
    public void packed(int buckets) {
        packed.addAndGet(buckets);
    }

    @Override
    public void deadLetter(Fault fault) {
        throw new IllegalStateException("A score that can't be counted: " + fault.text());
    }

    @Override
    public void deleted(int buckets) {}

    @Override
    public void kept() {}

    @Override
    public void repeated() {}

    @Override
    public void straggler() {}

    @Override
    public void erased() {}

    @Override
    public void forgotten(int events) {}
}
