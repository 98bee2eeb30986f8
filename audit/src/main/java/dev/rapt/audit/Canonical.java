package dev.rapt.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * The one way to write an entry down for its hash, whatever it travels as: everything but the hash, in the order of the
 * record. A text is its length in UTF-8 and its bytes, a list its length and its elements, a number 8 bytes with the
 * highest first, a length 4.
 */
final class Canonical {

    private static final String VERSION = "rapt-audit-1";

    private Canonical() {}

    static Hash hash(AuditEntry entry) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(entry, out);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can always be written", e);
        }
        return Hash.over(bytes.toByteArray());
    }

    private static void write(AuditEntry entry, DataOutputStream out) throws IOException {
        text(out, VERSION);
        text(out, entry.writer());
        text(out, entry.service());
        out.writeLong(entry.seq());
        out.write(entry.previous().bytes());
        out.writeLong(entry.witness().offset());
        out.write(entry.witness().hash().bytes());
        out.writeLong(entry.at().toEpochMilli());
        Deed deed = entry.deed();
        text(out, deed.actor());
        text(out, deed.claimedActor());
        text(out, deed.purpose());
        text(out, deed.claimedPurpose());
        text(out, deed.action());
        texts(out, deed.meetingIds());
        out.writeInt(deed.subjects().size());
        for (String subject : deed.subjects()) {
            bytes(out, HexFormat.of().parseHex(subject));
        }
        text(out, deed.route());
        out.writeLong(deed.outcome());
    }

    private static void texts(DataOutputStream out, List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            text(out, text);
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        bytes(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
