package by.pobach.journeys;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** html-validate over all pages in one call, in the Node.js that Playwright brings along: the machine needs none. */
final class HtmlValidate {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private HtmlValidate() {}

    /** A page as it came, with its name for the report. */
    record Markup(String page, String html) {}

    static List<String> complaints(List<Markup> pages) {
        try {
            Path asked = Files.createTempFile("html-validate", ".json");
            Path told = Files.createTempFile("html-validate", ".json");
            JSON.writeValue(asked.toFile(), pages);
            Process process = new ProcessBuilder(
                            node(),
                            NpmTools.LIST.resolve("html-validate.mjs").toString(),
                            NpmTools.folder().toString())
                    .redirectInput(asked.toFile())
                    .redirectOutput(told.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            if (process.waitFor() != 0) {
                throw new AssertionError("html-validate does not work");
            }
            JsonNode found = JSON.readTree(told.toFile());
            Files.delete(asked);
            Files.delete(told);
            return StreamSupport.stream(found.spliterator(), false)
                    .map(HtmlValidate::line)
                    .toList();
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private static String line(JsonNode found) {
        return "%s:%s %s: %s (%s)"
                .formatted(
                        found.get("page").asString(),
                        found.get("line").asString(),
                        found.get("rule").asString(),
                        found.get("message").asString(),
                        found.get("selector").asString());
    }

    private static String node() {
        return Driver.ensureDriverInstalled(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), false)
                .createProcessBuilder()
                .command()
                .getFirst();
    }
}
