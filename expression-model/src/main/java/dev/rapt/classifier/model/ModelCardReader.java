package dev.rapt.classifier.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads {@code model-card.json}: {@code name}, {@code version}, {@code sha256}, {@code classes}, {@code input} with
 * {@code width} and {@code height}, {@code itDependsMargin}, {@code trainingPrior} (a list, or an object by class).
 * Whatever else a card tells is for people.
 */
final class ModelCardReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ModelCardReader() {}

    static ModelCard read(byte[] json, String source) {
        try {
            JsonNode card = JSON.readTree(new String(json, java.nio.charset.StandardCharsets.UTF_8));
            requireOurClasses(card.path("classes"));
            return new ModelCard(
                    card.path("name").asText(),
                    card.path("version").asText(),
                    card.path("sha256").asText().toLowerCase(Locale.ROOT),
                    card.path("input").path("width").asInt(),
                    card.path("input").path("height").asInt(),
                    card.path("itDependsMargin").asDouble(ModelCard.DEFAULT_MARGIN),
                    prior(card.path("trainingPrior")));
        } catch (JsonProcessingException e) {
            throw new ModelException(source + " isn't a model card: it is no JSON", e);
        } catch (IllegalArgumentException e) {
            throw new ModelException(source + " isn't a model card: " + e.getMessage(), e);
        }
    }

    private static void requireOurClasses(JsonNode classes) {
        List<String> names = new ArrayList<>();
        classes.forEach(name -> names.add(name.asText()));
        if (!names.equals(Expression.wireNames())) {
            throw new IllegalArgumentException("its classes are " + names + " instead of " + Expression.wireNames());
        }
    }

    private static List<Double> prior(JsonNode node) {
        List<Double> prior = new ArrayList<>();
        if (node.isObject()) {
            Expression.wireNames().forEach(name -> prior.add(node.path(name).asDouble()));
        } else {
            node.forEach(value -> prior.add(value.asDouble()));
        }
        return prior;
    }
}
