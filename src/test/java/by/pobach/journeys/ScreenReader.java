package by.pobach.journeys;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/**
 * A page as a screen reader says it from top to end: guidepup's virtual screen reader, which follows the specifications of
 * accessible names and roles. It is no NVDA, and no person.
 */
final class ScreenReader {
    /** The package ships a module; a page with our content policy takes it only as an expression. */
    private static final String LOAD = """
            (script) => {
              if (window.reader) return;
              const body = script.replace(/export\\{[^}]*?([\\w$]+) as virtual\\};?/, 'window.reader = $1;');
              (0, eval)('(() => {' + body + '\\n})()');
            }""";

    /**
     * The simulation does not know details: a browser tells its summary as a button, and nothing of what is closed. And it
     * says the value of a button, which no screen reader does.
     */
    private static final String READ = """
            async () => {
              document.querySelectorAll('summary').forEach((one) => {
                one.setAttribute('role', 'button');
                one.setAttribute('aria-expanded', one.parentElement.open);
              });
              document.querySelectorAll('details').forEach((one) => one.setAttribute('role', 'none'));
              document.querySelectorAll('details:not([open]) > :not(summary)').forEach((one) => { one.hidden = true; });
              document.querySelectorAll('button').forEach((one) => one.removeAttribute('value'));
              await reader.start({container: document.body});
              while (await reader.lastSpokenPhrase() !== 'end of document') await reader.next();
              const said = await reader.spokenPhraseLog();
              await reader.stop();
              return said;
            }""";

    private static final class Script {
        static final String TEXT = NpmTools.script("@guidepup/virtual-screen-reader/lib/esm/index.browser.js");
    }

    private ScreenReader() {}

    /** All it says, the title of the page first. */
    static List<String> says(Page page) {
        page.evaluate(LOAD, Script.TEXT);
        List<String> said = new ArrayList<>(List.of("title, " + page.title()));
        ((List<?>) page.evaluate(READ)).forEach(phrase -> said.add(String.valueOf(phrase)));
        return said;
    }
}
