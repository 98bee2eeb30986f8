package dev.rapt.access.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.rapt.access.Caller;
import dev.rapt.access.Role;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** The tokens of a tokens file, as digests. */
final class TokenList {

    static final TokenList NONE = new TokenList(List.of());

    private static final JsonMapper YAML = JsonMapper.builder(new YAMLFactory())
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final List<Known> tokens;

    private TokenList(List<Known> tokens) {
        this.tokens = List.copyOf(tokens);
    }

    private record Known(Digest digest, Caller caller) {}

    /** An entry as it stands in the file. */
    private record Entry(
            String name,
            String sha256,
            List<String> roles,
            Integer requestsPerSecond,
            Integer connections,
            String expires) {}

    /**
     * Reads a file's text.
     *
     * @throws IllegalArgumentException if it isn't a list of tokens; the message says where and quotes nothing of it
     */
    static TokenList read(String yaml) {
        Entry[] entries;
        try {
            entries = yaml.isBlank() ? new Entry[0] : YAML.readValue(yaml, Entry[].class);
        } catch (JsonProcessingException e) {
            String where =
                    e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
            throw new IllegalArgumentException("It isn't a list of name, sha256 and roles" + where);
        }
        List<Known> tokens = new ArrayList<>();
        for (Entry entry : entries == null ? new Entry[0] : entries) {
            try {
                tokens.add(known(entry));
            } catch (IllegalArgumentException | DateTimeException | NullPointerException e) {
                throw new IllegalArgumentException("Its entry " + (tokens.size() + 1)
                        + " needs a name, the 64 hexadecimal digits of sha256, roles of ingest, viewer and admin,"
                        + " limits of at least 1, and an end like 2027-01-01T00:00:00Z");
            }
        }
        return new TokenList(tokens);
    }

    private static Known known(Entry entry) {
        Set<Role> roles = entry.roles.stream()
                .map(role -> Role.of(role).orElseThrow(IllegalArgumentException::new))
                .collect(Collectors.toSet());
        if (roles.isEmpty()) {
            throw new IllegalArgumentException();
        }
        Digest digest = Digest.parse(entry.sha256);
        Caller caller = new Caller(
                entry.name,
                roles,
                digest.hex(),
                Optional.ofNullable(entry.expires).map(Instant::parse),
                limit(entry.requestsPerSecond),
                limit(entry.connections));
        return new Known(digest, caller);
    }

    private static OptionalInt limit(Integer given) {
        return given == null ? OptionalInt.empty() : OptionalInt.of(given);
    }

    int size() {
        return tokens.size();
    }

    Verdict judge(Digest digest, Instant now) {
        Caller found = null;
        // All of them, whichever it is
        for (Known token : tokens) {
            if (token.digest.is(digest)) {
                found = token.caller;
            }
        }
        if (found == null) {
            return new Verdict.Unknown();
        }
        return found.isExpired(now) ? new Verdict.Expired() : new Verdict.Good(found);
    }

    /** Whether this caller, with this token and exactly these rights, still stands here. */
    boolean has(Caller caller) {
        return tokens.stream().anyMatch(token -> token.caller.equals(caller));
    }
}
