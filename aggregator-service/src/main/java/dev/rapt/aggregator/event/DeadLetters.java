package dev.rapt.aggregator.event;

import com.google.protobuf.ByteString;
import dev.rapt.contracts.v1.DeadLetter;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/** Writes dead letters: where a record stands and why it wasn't counted, never a byte of its value. */
public final class DeadLetters {

    private static final String SERVICE = "aggregator";

    private DeadLetters() {}

    /**
     * The dead letter of a record, as bytes.
     *
     * @param value the record's value, of which only size and hash are kept; may be null
     */
    public static byte[] write(String topic, int partition, long offset, byte[] value, Fault fault, Instant at) {
        byte[] bytes = value == null ? new byte[0] : value;
        return DeadLetter.newBuilder()
                .setTopic(topic)
                .setPartition(partition)
                .setOffset(offset)
                .setSize(bytes.length)
                .setSha256(ByteString.copyFrom(sha256(bytes)))
                .setReason(fault.text())
                .setService(SERVICE)
                .setAtMs(at.toEpochMilli())
                .build()
                .toByteArray();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
