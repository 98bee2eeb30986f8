package dev.rapt.access.http;

import dev.rapt.access.AccessConfig;
import dev.rapt.access.Caller;
import dev.rapt.access.OpenMode;
import dev.rapt.access.Role;
import dev.rapt.access.http.Judge.Finding;
import dev.rapt.access.http.Refusal.Reason;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a page may know of access, and its way to show a token without keeping it where scripts can read it: a cookie of
 * the browser's, which only goes to the service itself. The cookie is the token, so that every instance knows it.
 */
@Singleton
final class Session {

    private static final String ACCESS = "/v1/access";
    private static final String SESSION = ACCESS + "/session";
    private static final int FIRST = -200;
    private static final int NO_CONTENT = 204;
    private static final int MOST_BYTES = 16 * 1024;
    private static final String JSON = "application/json";

    private final OpenMode open;
    private final Judge judge;
    private final Refusals refusals;

    Session(AccessConfig config, Judge judge, Refusals refusals) {
        this.open = config.open();
        this.judge = judge;
        this.refusals = refusals;
    }

    void addRoutes(@Observes Router router) {
        router.get(ACCESS).order(FIRST).handler(this::tell);
        router.post(SESSION).order(FIRST).handler(this::begin);
        router.delete(SESSION).order(FIRST).handler(this::end);
    }

    private void tell(RoutingContext context) {
        Optional<Shown> shown = Shown.by(context.request(), false);
        if (open.isOpen() || shown.isEmpty()) {
            tell(context, Optional.empty());
            return;
        }
        judge.judge(shown.get().token(), context.request())
                .onSuccess(finding -> {
                    if (finding instanceof Finding.Known known) {
                        tell(context, Optional.of(known.caller()));
                    } else {
                        tell(context, Optional.empty());
                    }
                })
                .onFailure(context::fail);
    }

    private void tell(RoutingContext context, Optional<Caller> caller) {
        JsonObject answer = new JsonObject()
                .put("open", open.text())
                .put("tokenNeeded", !open.isOpen())
                .put("name", caller.map(Caller::name).orElse(null))
                .put(
                        "roles",
                        caller.map(known -> known.roles().stream()
                                        .map(Role::text)
                                        .sorted()
                                        .collect(JsonArray::new, JsonArray::add, JsonArray::addAll))
                                .orElseGet(JsonArray::new))
                .put(
                        "expires",
                        caller.flatMap(Caller::expires).map(Instant::toString).orElse(null));
        context.request().resume();
        context.response().putHeader(HttpHeaders.CONTENT_TYPE, JSON).end(answer.toBuffer());
    }

    private void begin(RoutingContext context) {
        HttpServerRequest request = context.request();
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (open.isOpen() || type == null || !type.startsWith(JSON)) {
            refusals.answer(
                    context,
                    Refusal.of(
                            Reason.BAD_SESSION,
                            open.isOpen() ? "Tokens aren't needed here" : "Send {\"token\":…} as application/json"));
            return;
        }
        Buffer body = Buffer.buffer();
        request.handler(bytes -> {
            if (body.length() + bytes.length() <= MOST_BYTES) {
                body.appendBuffer(bytes);
            } else if (!context.response().ended()) {
                refusals.answer(context, Refusal.of(Reason.BAD_SESSION, "No token is that long"));
            }
        });
        request.endHandler(end -> {
            if (!context.response().ended()) {
                begin(context, body);
            }
        });
        request.resume();
    }

    private void begin(RoutingContext context, Buffer body) {
        String token;
        try {
            token = new JsonObject(body).getString("token", "").strip();
        } catch (DecodeException | ClassCastException e) {
            token = "";
        }
        if (!token.matches("[!-~&&[^\",;\\\\]]+")) {
            refusals.answer(context, Refusal.of(Reason.BAD_SESSION, "Send {\"token\":…} with a token"));
            return;
        }
        String shown = token;
        judge.judge(token, context.request())
                .onSuccess(finding -> {
                    if (finding instanceof Finding.Known known) {
                        Cookie cookie = cookie(context.request(), shown);
                        known.caller()
                                .expires()
                                .ifPresent(end -> cookie.setMaxAge(Math.max(
                                        0, Duration.between(Instant.now(), end).toSeconds())));
                        done(context, cookie);
                    } else if (finding instanceof Finding.Refused refused) {
                        refusals.answer(context, refused.refusal());
                    }
                })
                .onFailure(context::fail);
    }

    private void end(RoutingContext context) {
        done(context, cookie(context.request(), "").setMaxAge(0));
    }

    private static void done(RoutingContext context, Cookie cookie) {
        context.request().resume();
        context.response()
                .setStatusCode(NO_CONTENT)
                .putHeader(HttpHeaders.SET_COOKIE, cookie.encode())
                .end();
    }

    private static Cookie cookie(HttpServerRequest request, String value) {
        return Cookie.cookie(Shown.COOKIE, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.STRICT)
                .setSecure(SafeHeaders.isByTls(request));
    }
}
