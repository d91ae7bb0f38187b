package by.pobach.journeys;

import java.util.Map;

/**
 * Something an engine found in a page.
 *
 * @param engine {@code axe} or {@code ibm}
 * @param violates or a person has to judge: {@link Verdicts}
 * @param target a selector
 */
record Finding(String engine, boolean violates, String rule, String target, String html, String why) {

    static Finding by(String engine, Map<?, ?> found) {
        return new Finding(
                engine,
                (boolean) found.get("violates"),
                text(found, "rule"),
                text(found, "target"),
                text(found, "html"),
                text(found, "why"));
    }

    private static String text(Map<?, ?> found, String name) {
        return String.valueOf(found.get(name));
    }

    @Override
    public String toString() {
        return "%s %s of %s at %s: %s (%s)"
                .formatted(engine, violates ? "violation" : "question", rule, target, html, why);
    }
}
