package dev.rapt.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class PseudonymsTest {

    // RFC 4231, test cases 1 and 2. HMAC fills keys up with zeros to 64 bytes, so 32 with some of them are the same key
    private static final byte[] KEY_1 = Arrays.copyOf(HexFormat.of().parseHex("0b".repeat(20)), 32);
    private static final byte[] KEY_2 = Arrays.copyOf("Jefe".getBytes(StandardCharsets.US_ASCII), 32);
    private static final String CODE_1 = "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7";
    private static final String CODE_2 = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

    @Test
    void areTheCodesOfRfc4231() {
        assertThat(new Pseudonyms(KEY_1).of("Hi There"))
                .isEqualTo("p-" + letters(CODE_1))
                .isEqualTo("p-wa2eyyoy3m4fgxfiv7hk6c7rfo");
        assertThat(new Pseudonyms(KEY_2).of("what do ya want for nothing?"))
                .isEqualTo("p-" + letters(CODE_2))
                .isEqualTo("p-lpomcrv7mb2u42qeeqtarflvy5");
    }

    @Test
    void areWrittenAsTheExamplesOfRfc4648() {
        assertThat(base32("f", 2)).isEqualTo("my");
        assertThat(base32("fo", 4)).isEqualTo("mzxq");
        assertThat(base32("foo", 5)).isEqualTo("mzxw6");
        assertThat(base32("foob", 7)).isEqualTo("mzxw6yq");
        assertThat(base32("fooba", 8)).isEqualTo("mzxw6ytb");
        assertThat(base32("foobar", 10)).isEqualTo("mzxw6ytboi");
    }

    @Test
    void areKnownByTheirFormAndMayBeIds() {
        String pseudonym = new Pseudonyms(Pseudonyms.newKey()).of("ada");

        assertThat(Pseudonyms.isPseudonym(pseudonym)).isTrue();
        assertThat(dev.rapt.contracts.Keys.isId(pseudonym)).isTrue();
        assertThat(Pseudonyms.isPseudonym("ada")).isFalse();
        assertThat(Pseudonyms.isPseudonym("p-ada")).isFalse();
        assertThat(Pseudonyms.isPseudonym(pseudonym + "a")).isFalse();
    }

    @Test
    void tellNothingUnderAnotherKey() {
        assertThat(new Pseudonyms(KEY_1).of("ada")).isEqualTo(new Pseudonyms(KEY_1).of("ada"));
        assertThat(new Pseudonyms(KEY_1).of("ada")).isNotEqualTo(new Pseudonyms(KEY_2).of("ada"));
        assertThat(Pseudonyms.newKey()).isNotEqualTo(Pseudonyms.newKey());
        assertThatThrownBy(() -> new Pseudonyms(new byte[16])).isInstanceOf(IllegalArgumentException.class);
    }

    private static String letters(String code) {
        return Base32.of(HexFormat.of().parseHex(code), 26);
    }

    private static String base32(String text, int letters) {
        return Base32.of(text.getBytes(StandardCharsets.US_ASCII), letters);
    }
}
