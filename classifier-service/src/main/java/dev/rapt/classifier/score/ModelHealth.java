package dev.rapt.classifier.score;

import dev.rapt.classifier.model.ModelCard;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the model is open and has scored a crop. */
@Readiness
@ApplicationScoped
class ModelHealth implements HealthCheck {

    private final ModelService models;

    ModelHealth(ModelService models) {
        this.models = models;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("expression model");
        return models.model()
                .map(model -> {
                    ModelCard card = model.card();
                    return response.up()
                            .withData("name", card.name())
                            .withData("version", card.version())
                            .build();
                })
                .orElseGet(() ->
                        response.down().withData("reason", models.trouble()).build());
    }
}
