package dev.rapt.access.testing;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who is to be let in where, written down a second time and by hand: i ingest, v viewer, a admin, * everybody, ? anybody
 * with a token. An admin may do all of it.
 */
final class ExpectedRoles {

    private static final Map<String, String> TABLE = Arrays.stream(
                    """
                    POST /v1/meetings/{}/participants/{}/frames i
                    POST /v1/meetings/{}/frames i
                    SOCKET /v1/meetings/{}/stream i
                    SOCKET /v1/meetings/{}/gallery i
                    SOCKET /v1/meetings/{}/bots/{} i
                    POST /v1/meetings/{}/bots/attendee/webhooks i
                    POST /v1/meetings/{}/events i
                    POST /v1/analyze i
                    POST /v1/expressions i
                    GET /v1/meetings/{}/frame.jpg v
                    GET /v1/meetings/{}/frames.mjpeg v
                    GET /v1/meetings v
                    GET /v1/comparisons v
                    GET /v1/meetings/{} v
                    PUT /v1/meetings/{} i
                    DELETE /v1/meetings/{} a
                    POST /v1/meetings/{}/end i
                    GET /v1/meetings/{}/groups v
                    GET /v1/meetings/{}/groups/{}/summary v
                    GET /v1/meetings/{}/groups/{}/timeline v
                    GET /v1/meetings/{}/participants v
                    DELETE /v1/meetings/{}/participants/{} a
                    GET /v1/meetings/{}/participants/{}/timeline v
                    GET /v1/meetings/{}/participants/{}/summary v
                    GET /v1/meetings/{}/participants/{}/visit v
                    GET /v1/meetings/{}/participants/{}/consent iv
                    PUT /v1/meetings/{}/participants/{}/consent i
                    POST /v1/meetings/{}/participants/{}/links a
                    DELETE /v1/meetings/{}/participants/{}/links a
                    DELETE /v1/meetings/{}/pseudonym-key a
                    GET /v1/meetings/{}/consents iv
                    GET /v1/meetings/{}/timeline v
                    GET /v1/meetings/{}/timelines v
                    GET /v1/meetings/{}/total iv
                    GET /v1/meetings/{}/summary v
                    GET /v1/meetings/{}/speakers v
                    GET /v1/meetings/{}/class v
                    GET /v1/meetings/{}/moments v
                    GET /v1/meetings/{}/export v
                    GET /v1/meetings/{}/markers v
                    POST /v1/meetings/{}/markers i
                    GET /v1/meetings/{}/markers/{} v
                    PUT /v1/meetings/{}/markers/{} i
                    DELETE /v1/meetings/{}/markers/{} i
                    GET /v1/meetings/{}/markers/report v
                    GET /v1/meetings/{}/markers/{}/report v
                    GET /v1/meetings/{}/live v
                    GET /v1/meetings/{}/live/socket v
                    SOCKET /v1/meetings/{}/live/socket v
                    GET /v1/meetings/{}/notice *
                    GET /v1/meetings/{}/measuring *
                    GET /v1/notices *
                    GET /v1/me *
                    DELETE /v1/me *
                    GET /v1/me/export *
                    PUT /v1/me/consent *
                    GET /v1/access *
                    GET /q/health/live *
                    GET /q/health/ready *
                    GET /q/health/started *
                    GET /q/metrics ?
                    GET /q/openapi ?
                    """
                            .split("\n"))
            .map(line -> line.split(" "))
            .collect(Collectors.toMap(words -> words[0] + ' ' + words[1], words -> words[2]));

    private ExpectedRoles() {}

    /** For everything that a service's document names there must be some. */
    static String of(String method, String path) {
        return Optional.ofNullable(TABLE.get(method + ' ' + path.replaceAll("\\{[^}]*}", "{}")))
                .orElseThrow(() -> new AssertionError("Nobody has said who may " + method + ' ' + path
                        + "; say so in ExpectedRoles, in Routes and in docs/security.md"));
    }

    static Function<String, Boolean> isLetIn(String roles) {
        return caller -> switch (caller) {
            case "ingest" -> roles.contains("i") || roles.equals("?");
            case "viewer", "jwt" -> roles.contains("v") || roles.equals("?");
            case "admin" -> true;
            default -> false;
        };
    }
}
