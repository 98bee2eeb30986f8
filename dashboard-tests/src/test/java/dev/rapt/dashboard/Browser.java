package dev.rapt.dashboard;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A Chromium of this machine; nothing is downloaded. One thread uses it, as Playwright wants it. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;

    Browser() {
        Path executable = find().orElseThrow(() -> new AssertionError("There is no browser to look with"));
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        // Whoever is root, as in a container, has no sandbox to give
        browser = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(executable).setArgs(List.of("--no-sandbox")));
    }

    /** Whether this machine has a browser to look with. */
    static boolean possible() {
        return find().isPresent();
    }

    /** A page of its own in a context of its own: nothing is kept from another one. */
    Visit visit(String base, int width, int height, ColorScheme scheme) {
        BrowserContext context = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(base)
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setTimezoneId("UTC")
                .setLocale("en-GB"));
        return new Visit(context, base);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Optional<Path> find() {
        String told = System.getenv("RAPT_CHROMIUM");
        Stream<Path> onPath = Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> NAMES.stream().map(Path.of(folder)::resolve));
        return Stream.concat(Stream.ofNullable(told).map(Path::of), onPath)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** One look at the page. What the browser complains of is kept, and so is what it asks of other origins. */
    static final class Visit implements AutoCloseable {

        final Page page;
        private final BrowserContext context;
        private final List<String> complaints = new CopyOnWriteArrayList<>();

        private Visit(BrowserContext context, String base) {
            this.context = context;
            this.page = context.newPage();
            page.setDefaultTimeout(PATIENCE.toMillis());
            page.onConsoleMessage(message -> {
                // A lost connection is the browser's to report and the page's to say; tests of it look at the page
                if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                    complaints.add(message.text());
                }
            });
            page.onPageError(complaints::add);
            page.onRequest(request -> {
                if (!request.url().startsWith(base) && !request.url().startsWith("blob:" + base)) {
                    complaints.add("asked of another origin: " + request.url());
                }
            });
        }

        List<String> complaints() {
            return complaints;
        }

        String text(String selector) {
            return page.locator(selector).first().innerText();
        }

        int count(String selector) {
            return page.locator(selector).count();
        }

        /** Waits until an expression of the page is true. Asked from outside: the page's policy lets nothing evaluate text. */
        void until(String expression) {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!Boolean.TRUE.equals(page.evaluate(expression))) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("Not within " + PATIENCE + ": " + expression + "; complaints: "
                            + complaints + "; the page says:\n"
                            + page.locator("body").innerText());
                }
                page.waitForTimeout(50);
            }
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
