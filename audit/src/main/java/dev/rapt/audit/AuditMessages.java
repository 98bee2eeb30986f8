package dev.rapt.audit;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Entries as the values of Kafka's records. */
public final class AuditMessages {

    private AuditMessages() {}

    /** As it travels. */
    public static byte[] bytes(AuditEntry entry) {
        Deed deed = entry.deed();
        dev.rapt.contracts.v1.AuditEntry.Builder message = dev.rapt.contracts.v1.AuditEntry.newBuilder()
                .setWriter(entry.writer())
                .setService(entry.service())
                .setSeq(entry.seq())
                .setPreviousHash(bytes(entry.previous()))
                .setWitnessOffset(entry.witness().offset())
                .setWitnessHash(bytes(entry.witness().hash()))
                .setAtMs(entry.at().toEpochMilli())
                .setActor(deed.actor())
                .setClaimedActor(deed.claimedActor())
                .setPurpose(deed.purpose())
                .setClaimedPurpose(deed.claimedPurpose())
                .setAction(deed.action())
                .addAllMeetingIds(deed.meetingIds())
                .setRoute(deed.route())
                .setOutcome(deed.outcome())
                .setHash(bytes(entry.hash()));
        deed.subjects()
                .forEach(subject ->
                        message.addSubjects(ByteString.copyFrom(HexFormat.of().parseHex(subject))));
        return message.build().toByteArray();
    }

    /**
     * The entry; empty when the bytes aren't exactly what one is written as, be it that they say more than its hash can
     * cover.
     */
    public static Optional<AuditEntry> entry(byte[] value) {
        try {
            AuditEntry entry = entry(dev.rapt.contracts.v1.AuditEntry.parseFrom(value));
            return Arrays.equals(bytes(entry), value) ? Optional.of(entry) : Optional.empty();
        } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static AuditEntry entry(dev.rapt.contracts.v1.AuditEntry message) {
        Deed deed = new Deed(
                message.getActor(),
                message.getClaimedActor(),
                message.getPurpose(),
                message.getClaimedPurpose(),
                message.getAction(),
                message.getMeetingIdsList(),
                message.getSubjectsList().stream()
                        .map(digest -> HexFormat.of().formatHex(digest.toByteArray()))
                        .toList(),
                message.getRoute(),
                message.getOutcome());
        return new AuditEntry(
                message.getWriter(),
                message.getService(),
                message.getSeq(),
                Hash.of(message.getPreviousHash().toByteArray()),
                new LogHead(
                        message.getWitnessOffset(),
                        Hash.of(message.getWitnessHash().toByteArray())),
                Instant.ofEpochMilli(message.getAtMs()),
                deed,
                Hash.of(message.getHash().toByteArray()));
    }

    private static ByteString bytes(Hash hash) {
        return ByteString.copyFrom(hash.bytes());
    }
}
