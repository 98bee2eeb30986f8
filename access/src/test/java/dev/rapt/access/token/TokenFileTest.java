package dev.rapt.access.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapt.access.Caller;
import dev.rapt.access.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenFileTest {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    @TempDir
    Path directory;

    @Test
    void aTokenIsKnownByItsDigest() {
        TokenList list =
                TokenList.read(entry("zoom", "secret-1", "[ingest]") + entry("ada", "secret-2", "[viewer, ingest]")
                        + "  requests-per-second: 7\n  connections: 3\n  expires: 2026-07-01T00:00:00Z\n");

        Caller ada = ((Verdict.Good) list.judge(Digest.of("secret-2"), NOW)).caller();
        assertThat(ada.name()).isEqualTo("ada");
        assertThat(ada.roles()).containsExactlyInAnyOrder(Role.VIEWER, Role.INGEST);
        assertThat(ada.requestsPerSecond()).hasValue(7);
        assertThat(ada.connections()).hasValue(3);
        assertThat(list.judge(Digest.of("secret-2"), NOW.plusSeconds(40 * 86_400)))
                .isInstanceOf(Verdict.Expired.class);
        assertThat(list.judge(Digest.of("secret-3"), NOW)).isInstanceOf(Verdict.Unknown.class);
        assertThat(list.judge(Digest.of(""), NOW)).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void theDigestItselfIsNoToken() {
        TokenList list = TokenList.read(entry("zoom", "secret-1", "[ingest]"));

        assertThat(list.judge(Digest.of(Digest.of("secret-1").hex()), NOW)).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void whatIsWrongIsSaidWithoutQuotingIt() {
        for (String wrong : new String[] {
            "- name: ada\n  sha256: my-very-secret\n  roles: [viewer]\n",
            "- name: ada\n  token: my-very-secret\n  roles: [viewer]\n",
            "- name: ada\n  sha256: " + Digest.of("x").hex() + "\n  roles: [my-very-secret]\n",
            "- name: ada\n  sha256: " + Digest.of("x").hex() + "\n  roles: []\n",
            "- name: ada\n  sha256: " + Digest.of("x").hex() + "\n",
            entry("ada", "x", "[viewer]") + "  expires: my-very-secret\n",
            entry("ada", "x", "[viewer]") + "  connections: 0\n",
            "my-very-secret",
            "tokens: {a: [my-very-secret"
        }) {
            assertThatThrownBy(() -> TokenList.read(wrong))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("my-very-secret")
                    .hasNoCause();
        }
    }

    @Test
    void aChangedFileIsReadAgainAndABrokenOneChangesNothing() throws IOException {
        // Given
        Path path = directory.resolve("tokens.yaml");
        Files.writeString(path, entry("ada", "old", "[viewer]"));
        TokenFile file = new TokenFile(path);
        Caller ada = ((Verdict.Good) file.list().judge(Digest.of("old"), NOW)).caller();

        // When it is replaced
        Files.writeString(path, entry("ada", "new", "[viewer]"));
        file.check();

        // Then
        assertThat(file.list().judge(Digest.of("old"), NOW)).isInstanceOf(Verdict.Unknown.class);
        assertThat(file.list().judge(Digest.of("new"), NOW)).isInstanceOf(Verdict.Good.class);
        assertThat(file.list().has(ada)).isFalse();

        // When it is broken, empty, gone
        for (String broken : new String[] {"- name: [", ""}) {
            Files.writeString(path, broken);
            file.check();
            assertThat(file.list().judge(Digest.of("new"), NOW)).isInstanceOf(Verdict.Good.class);
        }
        Files.delete(path);
        file.check();

        // Then what was known stays
        assertThat(file.list().judge(Digest.of("new"), NOW)).isInstanceOf(Verdict.Good.class);
    }

    @Test
    void withoutAFileThatCanBeReadNothingStarts() {
        assertThatThrownBy(() -> new TokenFile(directory.resolve("none.yaml")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("none.yaml");
    }

    private static String entry(String name, String token, String roles) {
        return "- name: " + name + "\n  sha256: " + Digest.of(token).hex() + "\n  roles: " + roles + "\n";
    }
}
