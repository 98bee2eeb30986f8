package dev.rapt.aggregator.event;

/** Leaves the reading of a record at its first fault; no stack trace, because damaged records can come by the thousand. */
final class FaultException extends Exception {

    private static final long serialVersionUID = 1;

    private final Fault fault;

    FaultException(Fault fault) {
        super(fault.text(), null, false, false);
        this.fault = fault;
    }

    static void unless(boolean holds, Fault fault) throws FaultException {
        if (!holds) {
            throw new FaultException(fault);
        }
    }

    Fault fault() {
        return fault;
    }
}
