package dev.rapt.aggregator.topology;

import dev.rapt.aggregator.event.Fault;
import java.util.List;

/** Writes down what it is told. */
record ToldOfLog(List<String> told) implements LogListener {

    @Override
    public void kept() {
        told.add("kept");
    }

    @Override
    public void repeated() {
        told.add("repeated");
    }

    @Override
    public void straggler() {
        told.add("straggler");
    }

    @Override
    public void deadLetter(Fault fault) {
        told.add(fault.text());
    }

    @Override
    public void erased() {
        told.add("erased");
    }

    @Override
    public void forgotten(int events) {
        if (events > 0) {
            told.add("forgotten " + events);
        }
    }
}
