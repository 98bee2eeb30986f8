package dev.rapt.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Golden bytes: entries of version 1 must stay readable, and their hashes right. */
class AuditMessagesTest {

    private static final AuditEntry ENTRY = AuditEntry.sealed(
            "00000000000000ff",
            "rapt-aggregator",
            7,
            Hash.over(new byte[] {1}),
            new LogHead(41, Hash.over(new byte[] {2})),
            Instant.ofEpochMilli(1_700_000_000_123L),
            Deeds.read("m"));

    private static final String HASH = "a6555a61a8d9c8bb24323d3adb46819ef34d6097355fc6026e63957fff23ee46";
    private static final String BYTES =
            "0a1030303030303030303030303030306666120f726170742d61676772656761746f72180722204bf5122f344554c53bde2e"
                    + "bb8cd2b7e3d1600ad631c385a5d7cce23c7785459a28293220dbc1b4c900ffe48d575b5da5c638040125f65db0fe3e24494b"
                    + "76ea986457d98638fbd095ffbc31420f756e61757468656e746963617465644a056361726f6c520872657365617263685a08"
                    + "7465616368696e676204726561646a016d721000112233445566778899aabbccddeeff7a42474554202f76312f6d65657469"
                    + "6e67732f7b6d656574696e6749647d2f7061727469636970616e74732f7b7061727469636970616e7449647d2f74696d656c"
                    + "696e658001c8018a0120a6555a61a8d9c8bb24323d3adb46819ef34d6097355fc6026e63957fff23ee46";

    @Test
    void theHashIsTheSameForEver() {
        assertThat(ENTRY.hash().hex()).isEqualTo(HASH);
        assertThat(ENTRY.isWhole()).isTrue();
    }

    @Test
    void entriesTravelAsTheyAre() {
        assertThat(HexFormat.of().formatHex(AuditMessages.bytes(ENTRY))).isEqualTo(BYTES);
        assertThat(AuditMessages.entry(HexFormat.of().parseHex(BYTES))).contains(ENTRY);
    }

    @Test
    void whatIsNoEntryIsNone() {
        assertThat(AuditMessages.entry(new byte[0])).isEmpty();
        assertThat(AuditMessages.entry("hello".getBytes())).isEmpty();
    }
}
