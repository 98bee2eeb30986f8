package dev.rapt.aggregator.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Server-sent events of a meeting, as one line after the other. */
final class Listening implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final InputStream stream;
    private volatile boolean over;

    private Listening(InputStream stream) {
        this.stream = stream;
        Thread reader = new Thread(this::read, "listening");
        reader.setDaemon(true);
        reader.start();
    }

    static Listening to(InstanceProcess instance, String meeting, String lastId) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(instance.uri("/v1/meetings/" + meeting + "/live"))
                .header("Accept", "text/event-stream");
        if (!lastId.isEmpty()) {
            request.header("Last-Event-ID", lastId);
        }
        HttpResponse<InputStream> answer =
                HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new AssertionError("Events were answered with " + answer.statusCode());
        }
        return new Listening(answer.body());
    }

    private void read() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException broken) {
            // That is an end, too
        }
        over = true;
    }

    List<String> kinds() {
        return values("event:");
    }

    String lastId() {
        List<String> ids = values("id:");
        return ids.get(ids.size() - 1);
    }

    boolean has(String text) {
        return lines.stream().anyMatch(line -> line.contains(text));
    }

    boolean isOver() {
        return over;
    }

    private List<String> values(String field) {
        return lines.stream()
                .filter(line -> line.startsWith(field))
                .map(line -> line.substring(field.length()).strip())
                .toList();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
