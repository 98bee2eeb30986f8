package dev.rapt.detector.analyze;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapt.detector.config.DetectorConfig;
import dev.rapt.detector.crop.GreyCrop;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/** Asks the classifier service about each crop, a few at once, all within a deadline. Any thread may call it. */
final class ClassifierClient implements CropScorer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI expressions;
    private final DetectorConfig.Analyze limits;
    private final Optional<SSLContext> trust;
    private HttpClient client;

    ClassifierClient(DetectorConfig.Analyze limits) {
        this.limits = limits;
        this.expressions = limits.classifierUrl().resolve("/v1/expressions");
        this.trust = limits.classifierCa()
                .filter(file -> "https".equals(expressions.getScheme()))
                .map(PemTrust::of);
    }

    @Override
    public List<CropScore> score(List<GreyCrop> crops, Optional<String> authorization)
            throws ClassifierUnavailableException, InterruptedException {
        long deadline = System.nanoTime() + limits.deadline().toNanos();
        List<CropScore> scores = new ArrayList<>();
        Deque<CompletableFuture<HttpResponse<byte[]>>> asked = new ArrayDeque<>();
        try {
            for (GreyCrop crop : crops) {
                if (asked.size() == limits.parallelCrops()) {
                    scores.add(answer(asked.remove(), deadline));
                }
                asked.add(ask(crop, authorization));
            }
            while (!asked.isEmpty()) {
                scores.add(answer(asked.remove(), deadline));
            }
            return scores;
        } finally {
            asked.forEach(left -> left.cancel(true));
        }
    }

    private CompletableFuture<HttpResponse<byte[]>> ask(GreyCrop crop, Optional<String> authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(expressions)
                .timeout(limits.timeout())
                .header("Content-Type", "image/png")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(GreyPng.of(crop)));
        authorization.ifPresent(who -> request.header("Authorization", who));
        return client().sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    // Made when it is first needed: a client has threads and certificates, and most detectors analyse nothing
    private synchronized HttpClient client() {
        if (client == null) {
            HttpClient.Builder builder =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(limits.timeout());
            trust.ifPresent(builder::sslContext);
            client = builder.build();
        }
        return client;
    }

    private static CropScore answer(CompletableFuture<HttpResponse<byte[]>> asked, long deadline)
            throws ClassifierUnavailableException, InterruptedException {
        try {
            Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
            HttpResponse<byte[]> response = asked.get(left.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != 200) {
                throw new ClassifierUnavailableException("The classifier answers " + response.statusCode() + ".");
            }
            return parse(response.body());
        } catch (TimeoutException e) {
            asked.cancel(true);
            throw new ClassifierUnavailableException("The classifier takes too long.");
        } catch (ExecutionException e) {
            throw new ClassifierUnavailableException("The classifier can't be reached: "
                    + e.getCause().getClass().getSimpleName() + ".");
        } catch (IOException e) {
            throw new ClassifierUnavailableException("The classifier's answer can't be read.");
        }
    }

    private static CropScore parse(byte[] body) throws IOException {
        JsonNode answer = JSON.readTree(body);
        Map<String, Double> probabilities = new LinkedHashMap<>();
        answer.path("probabilities")
                .fields()
                .forEachRemaining(field ->
                        probabilities.put(field.getKey(), field.getValue().asDouble()));
        JsonNode model = answer.path("model");
        return new CropScore(
                probabilities,
                answer.path("dominant").asText(),
                new CropScore.Model(
                        model.path("name").asText(), model.path("version").asText()));
    }
}
