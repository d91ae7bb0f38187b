package by.pobach.journeys;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/** IBM's accessibility-checker: a second engine, which sees what axe does not, and the other way round. */
final class Ibm {
    /** Without IDs of IBM's own, a place is named by its ancestors up to the next id. */
    private static final String RUN = """
            async () => {
              const at = (path) => document.evaluate(path, document, null, XPathResult.FIRST_ORDERED_NODE_TYPE).singleNodeValue;
              const own = (element) => element.localName + (element.localName === 'input' ? `[type=${element.type}]` : '')
                + (element.id ? '#' + element.id : '')
                + [...element.classList].map((name) => '.' + name).join('')
                + ['aria-label', 'aria-labelledby'].filter((name) => element.hasAttribute(name)).map((name) => `[${name}]`).join('');
              const place = (element) => {
                const steps = [];
                for (let one = element; one && one !== document.documentElement; one = one.parentElement) {
                  steps.unshift(own(one));
                  if (one.id || one === document.body) break;
                }
                return steps.join(' > ') || 'html';
              };
              const report = await new ace.Checker().check(document, ['WCAG_2_2', 'IBM_Accessibility']);
              return report.results.filter((found) => found.value[1] !== 'PASS').map((found) => {
                const element = at(found.path.dom);
                return {
                  violates: found.value[0] === 'VIOLATION' && found.value[1] === 'FAIL',
                  rule: found.ruleId,
                  target: element ? place(element) : found.path.dom,
                  html: (found.snippet || '').slice(0, 300),
                  why: found.value.join(' ') + ', ' + found.reasonId + ': ' + found.message,
                };
              });
            }""";

    private static final class Script {
        static final String TEXT = NpmTools.script("accessibility-checker-engine/ace.js");
    }

    private Ibm() {}

    static List<Finding> findings(Page page) {
        page.evaluate("script => { if (!window.ace) window.ace = (0, eval)(script + ';ace') }", Script.TEXT);
        return ((List<?>) page.evaluate(RUN))
                .stream().map(found -> Finding.by("ibm", (Map<?, ?>) found)).toList();
    }
}
