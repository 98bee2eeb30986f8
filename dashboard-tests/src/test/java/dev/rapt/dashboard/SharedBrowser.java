package dev.rapt.dashboard;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** One browser for all classes of a run: to start it takes longer than most tests. */
final class SharedBrowser implements BeforeAllCallback {

    /** Closed by JUnit when the run is over. */
    private record Held(Browser browser) implements AutoCloseable {
        @Override
        public void close() {
            browser.close();
        }
    }

    private Browser browser;

    @Override
    public void beforeAll(ExtensionContext context) {
        browser = context.getRoot()
                .getStore(Namespace.create(SharedBrowser.class))
                .getOrComputeIfAbsent(Held.class, held -> new Held(new Browser()), Held.class)
                .browser();
    }

    Browser browser() {
        return browser;
    }
}
