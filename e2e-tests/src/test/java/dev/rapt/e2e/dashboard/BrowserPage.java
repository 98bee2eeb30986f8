package dev.rapt.e2e.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One page of the browser: goes somewhere, evaluates expressions in it, and keeps what it complained about and whatever
 * it asked the network for. Used by one thread.
 */
final class BrowserPage implements AutoCloseable, WebSocket.Listener {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Map<Integer, CompletableFuture<JsonNode>> pending = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<URI> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final StringBuilder message = new StringBuilder();
    private final WebSocket socket;

    BrowserPage(HttpClient http, URI debugger) {
        this.socket = http.newWebSocketBuilder().buildAsync(debugger, this).join();
        List.of("Page.enable", "Runtime.enable", "Log.enable", "Network.enable")
                .forEach(domain -> call(domain, Map.of()));
    }

    /** Sets the window's size and the zone the viewer lives in. */
    BrowserPage as(int width, int height, String zone) {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        call("Emulation.setTimezoneOverride", Map.of("timezoneId", zone));
        return this;
    }

    void open(URI address) {
        call("Page.navigate", Map.of("url", address.toString()));
    }

    /** What an expression comes to: a JSON value, awaited if it is a promise. */
    JsonNode evaluate(String expression) {
        JsonNode answer =
                call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(expression + " failed: "
                    + answer.at("/exceptionDetails/exception/description").asText());
        }
        return answer.at("/result/value");
    }

    String text(String selector) {
        return evaluate("document.querySelector(" + quoted(selector) + ")?.textContent ?? ''")
                .asText();
    }

    int count(String selector) {
        return evaluate("document.querySelectorAll(" + quoted(selector) + ").length")
                .asInt();
    }

    /** Waits until an expression is true, or fails with what the page says. */
    void waitFor(String expression) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!evaluate("Boolean(" + expression + ")").asBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Never became true: " + expression + "\nComplaints: " + complaints
                        + "\nThe page: " + evaluate("document.body.innerText").asText());
            }
            pause();
        }
    }

    /** Uncaught errors, console errors and browser errors such as a refused content, in order. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Every address asked for, of whatever kind. */
    List<URI> requests() {
        return List.copyOf(requests);
    }

    void screenshot(Path file) {
        String data = call("Page.captureScreenshot", Map.of("format", "png"))
                .get("data")
                .asText();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, Base64.getDecoder().decode(data));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String quoted(String text) {
        return JSON.valueToTree(text).toString();
    }

    static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private JsonNode call(String method, Map<String, Object> parameters) {
        int id = ids.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        pending.put(id, answer);
        ObjectNode request = JSON.createObjectNode().put("id", id).put("method", method);
        request.set("params", JSON.valueToTree(parameters));
        socket.sendText(request.toString(), true).join();
        try {
            return answer.get(ANSWER.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failure) {
            throw new IllegalStateException(method + " was not answered", failure);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        message.append(part);
        if (last) {
            String whole = message.toString();
            message.setLength(0);
            try {
                take(JSON.readTree(whole));
            } catch (IOException malformed) {
                complaints.add("malformed DevTools message: " + malformed.getMessage());
            }
        }
        from.request(1);
        return null;
    }

    private void take(JsonNode received) {
        if (received.has("id")) {
            CompletableFuture<JsonNode> answer =
                    pending.remove(received.get("id").asInt());
            if (received.has("error")) {
                answer.completeExceptionally(
                        new IllegalStateException(received.get("error").toString()));
            } else {
                answer.complete(received.get("result"));
            }
            return;
        }
        JsonNode event = received.path("params");
        switch (received.path("method").asText()) {
            case "Network.requestWillBeSent" ->
                requests.add(URI.create(event.at("/request/url").asText()));
            case "Runtime.exceptionThrown" ->
                complaints.add(
                        event.at("/exceptionDetails/exception/description").asText());
            case "Log.entryAdded" -> {
                if ("error".equals(event.at("/entry/level").asText())) {
                    complaints.add(event.at("/entry/text").asText() + " "
                            + event.at("/entry/url").asText());
                }
            }
            case "Runtime.consoleAPICalled" -> {
                if ("error".equals(event.path("type").asText())) {
                    complaints.add(event.path("args").toString());
                }
            }
            default -> {
                // of no interest here
            }
        }
    }

    @Override
    public void close() {
        call("Page.close", Map.of());
        socket.abort();
    }
}
