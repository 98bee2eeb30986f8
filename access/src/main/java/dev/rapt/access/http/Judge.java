package dev.rapt.access.http;

import dev.rapt.access.Caller;
import dev.rapt.access.http.Refusal.Reason;
import dev.rapt.access.limit.Rates;
import dev.rapt.access.token.Tokens;
import dev.rapt.access.token.Verdict;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.Optional;

/** Finds out whose a token is, and lets no address guess without end. */
final class Judge {

    private static final Duration A_WHILE = Duration.ofSeconds(5);

    private final Tokens tokens;
    private final Rates rates;
    private final Vertx vertx;

    Judge(Tokens tokens, Rates rates, Vertx vertx) {
        this.tokens = tokens;
        this.rates = rates;
        this.vertx = vertx;
    }

    /** A caller, or why there is none. */
    sealed interface Finding {
        record Known(Caller caller) implements Finding {}

        record Refused(Refusal refusal) implements Finding {}
    }

    /** Whose it is. What can be told at once is: then the future is complete. */
    Future<Finding> judge(String token, HttpServerRequest request) {
        String address = address(request);
        Optional<Verdict> atOnce = tokens.atOnce(token);
        if (atOnce.isPresent()) {
            return Future.succeededFuture(finding(atOnce.get(), address));
        }
        // A signature costs more than a digest, so who was wrong too often isn't even judged
        if (!rates.mayBeWrong(address)) {
            return Future.succeededFuture(tooOften());
        }
        return vertx.executeBlocking(() -> tokens.patiently(token), false).map(verdict -> finding(verdict, address));
    }

    private Finding finding(Verdict verdict, String address) {
        if (verdict instanceof Verdict.Good good) {
            return new Finding.Known(good.caller());
        }
        if (verdict instanceof Verdict.NotKnowable) {
            return new Finding.Refused(Refusal.later(
                    Reason.ISSUER_UNAVAILABLE,
                    "The token can't be judged: the keys of its issuer can't be had",
                    A_WHILE));
        }
        if (!rates.mayBeWrong(address)) {
            return tooOften();
        }
        rates.wasWrong(address);
        return new Finding.Refused(
                verdict instanceof Verdict.Expired
                        ? Refusal.of(Reason.TOKEN_EXPIRED, "The token's time is over")
                        : Refusal.of(Reason.TOKEN_UNKNOWN, "The token is nobody's"));
    }

    private static Finding tooOften() {
        return new Finding.Refused(
                Refusal.later(Reason.RATE_LIMITED, "Too many tokens from this address were no good", A_WHILE));
    }

    private static String address(HttpServerRequest request) {
        SocketAddress address = request.remoteAddress();
        return address == null || address.hostAddress() == null ? "" : address.hostAddress();
    }
}
