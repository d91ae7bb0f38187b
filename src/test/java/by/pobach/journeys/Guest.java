package by.pobach.journeys;

import by.pobach.web.Language;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Somebody with a browser of their own, who speaks one language and is not known to the house. */
final class Guest implements AutoCloseable {
    private static final String FORM = """
            ([path, fields]) => {
              const form = document.createElement('form');
              form.method = 'post';
              form.action = path;
              for (const [name, value] of Object.entries(fields)) {
                const input = document.createElement('input');
                input.type = 'hidden';
                input.name = name;
                input.value = value;
                form.append(input);
              }
              document.body.append(form);
              form.submit();
            }""";

    private final Language language;
    private final BrowserContext context;
    private final Page page;
    /** What the browser complained about: console, scripts, the content policy. */
    private final List<String> complaints = new ArrayList<>();

    /** What the page that is there now has asked for. */
    private final List<Request> asked = new ArrayList<>();

    private final List<Request> ended = new ArrayList<>();

    private int loads;
    private @Nullable Response document;

    private Guest(Language language, BrowserContext context) {
        this.language = language;
        this.context = context;
        context.setDefaultTimeout(10_000);
        context.addInitScript(Look.WATCH);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            // Chromium tells of a cleared cache where a person signs out, as it should be cleared.
            boolean told = message.text().startsWith("Clear-Site-Data");
            if (!told && !message.type().equals("log") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onLoad(loaded -> loads++);
        page.onRequest(request -> {
            if (request.isNavigationRequest() && request.redirectedFrom() == null) {
                asked.clear();
                ended.clear();
            }
            asked.add(request);
        });
        page.onRequestFinished(ended::add);
        page.onResponse(came -> {
            boolean moved = came.status() >= 300 && came.status() <= 399;
            if (came.request().isNavigationRequest() && !moved) {
                document = came;
            }
        });
    }

    static Guest speaking(Language language, Consumer<Browser.NewContextOptions> more) {
        Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setBaseURL(OpenHouse.ADDRESS)
                .setLocale(language.tag())
                .setTimezoneId("Europe/Minsk")
                .setViewportSize(1280, 900);
        more.accept(options);
        return new Guest(language, Chromium.browser().newContext(options));
    }

    static Guest speaking(Language language) {
        return speaking(language, options -> {});
    }

    Language language() {
        return language;
    }

    Page page() {
        return page;
    }

    List<String> complaints() {
        return complaints;
    }

    /** Addresses that the page asked for, itself included, without those that only led on. */
    List<String> requests() {
        return asked.stream()
                .filter(request -> request.redirectedTo() == null)
                .map(Request::url)
                .distinct()
                .toList();
    }

    /** Heads and bodies as they came, compressed. What never came is waited for in vain, so only what ended is asked. */
    int bytes() {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return List.copyOf(ended).stream()
                .map(Request::sizes)
                .mapToInt(sizes -> sizes.responseHeadersSize + sizes.responseBodySize)
                .sum();
    }

    /** Opens an address and answers with the document that came, after all redirects. */
    Response opens(String path) {
        return comes(() -> page.navigate(path));
    }

    /** Sends a form of the page's own origin, as if its fields had been filled in. */
    Response sends(String path, Map<String, String> fields) {
        if (page.url().equals("about:blank")) {
            opens("/visit");
        }
        return comes(() -> page.evaluate(FORM, List.of(path, fields)));
    }

    /** Does something that leads to another document, and waits until that is there with all it needs. */
    Response comes(Runnable something) {
        int before = loads;
        something.run();
        page.waitForCondition(() -> loads > before);
        return Objects.requireNonNull(document);
    }

    @Override
    public void close() {
        context.close();
    }
}
