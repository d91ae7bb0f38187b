package by.pobach.journeys;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** axe-core with every rule it has switched on, the experimental ones and those of level AAA too. */
final class Axe {
    private static final String SCRIPT = script();
    private static final String RUN = """
            (wanted) => {
              const ids = axe.getRules().map((rule) => rule.ruleId);
              const run = wanted.length ? wanted : ids;
              const options = {
                runOnly: {type: 'rule', values: run},
                resultTypes: ['violations', 'incomplete'],
              };
              const told = (violates, rules) => rules.flatMap((rule) => rule.nodes.map((node) => ({
                violates,
                rule: rule.id,
                target: node.target.flat().join(' '),
                html: node.html.slice(0, 300),
                why: [...node.any, ...node.all, ...node.none].map((check) => check.message).join('; '),
              })));
              return axe.run(document, options).then((found) =>
                [...told(true, found.violations), ...told(false, found.incomplete)]);
            }""";

    private Axe() {}

    /** All findings, or those of some rules only. */
    static List<Finding> findings(Page page, String... rules) {
        page.evaluate("script => { if (!window.axe) (0, eval)(script) }", SCRIPT);
        return ((List<?>) page.evaluate(RUN, List.of((Object[]) rules)))
                .stream().map(found -> Finding.by("axe", (Map<?, ?>) found)).toList();
    }

    private static String script() {
        try (var stream = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }
}
