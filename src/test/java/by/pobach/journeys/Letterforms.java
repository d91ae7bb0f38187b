package by.pobach.journeys;

import by.pobach.web.Language;
import com.microsoft.playwright.Page;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Letters that one of our languages has and another has not: a page keeps to its own. */
final class Letterforms {
    /** What a person reads or hears, without parts in another language and without what people typed. */
    private static final String READ = """
            () => {
              const own = document.documentElement.lang;
              const text = [document.title];
              const walk = (node) => {
                if (node.nodeType === Node.TEXT_NODE) text.push(node.data);
                if (node.nodeType !== Node.ELEMENT_NODE) return;
                if (node.lang && node.lang !== own || ['SCRIPT', 'STYLE', 'TEXTAREA'].includes(node.tagName)) return;
                if (node.matches('.as-typed, .lines')) return;
                ['aria-label', 'alt', 'title', 'placeholder'].forEach((name) => text.push(node.getAttribute(name) || ''));
                node.childNodes.forEach(walk);
              };
              walk(document.body);
              return text.map((part) => part.trim()).filter((part) => part);
            }""";

    private Letterforms() {}

    /** Pieces of the page that are not written in its language. */
    static List<String> strange(Page page, Language language, List<String> names) {
        Pattern strange = Pattern.compile(
                switch (language) {
                    case BE -> "[иИщЩъЪ]|\\p{IsLatin}{4,}";
                    case RU -> "[іІўЎ]|\\p{IsLatin}{4,}";
                    case EN -> "\\p{IsCyrillic}";
                });
        return ((List<?>) page.evaluate(READ))
                .stream()
                        .map(String::valueOf)
                        .filter(piece -> strange.matcher(known(piece, names)).find())
                        .toList();
    }

    /** Without names, addresses and codes. */
    private static String known(String piece, List<String> names) {
        String rest = piece.replaceAll("\\S+@\\S+|https?://\\S+|Побач|Янка|Alesia|\\b[B-DF-HJ-NP-TV-XZ]{8}\\b", "");
        List<String> longestFirst = names.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        for (String name : longestFirst) {
            rest = rest.replace(name, "");
        }
        return rest;
    }
}
