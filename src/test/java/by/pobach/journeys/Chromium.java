package by.pobach.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The machine's own Chromium, started once for all journeys: {@code $CHROMIUM}, or where Debian puts it. */
final class Chromium {
    private static final List<String> ALONE = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    /** Lazily: a run without journeys starts no browser. */
    private static final class Running {
        static final Browser BROWSER = start();

        private static Browser start() {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            String path = System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium");
            return playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Path.of(path))
                            .setArgs(ALONE));
        }
    }

    private Chromium() {}

    static Browser browser() {
        return Running.BROWSER;
    }
}
