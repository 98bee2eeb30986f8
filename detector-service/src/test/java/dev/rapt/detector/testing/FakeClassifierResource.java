package dev.rapt.detector.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Has the service ask a {@link FakeClassifier}, which a field of that type of the test gets. */
public final class FakeClassifierResource implements QuarkusTestResourceLifecycleManager {

    private FakeClassifier classifier;

    @Override
    public Map<String, String> start() {
        try {
            classifier = new FakeClassifier(200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of("rapt.detector.analyze.classifier-url", classifier.url());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(classifier, field -> field.getType() == FakeClassifier.class);
    }

    @Override
    public void stop() {
        classifier.close();
    }
}
