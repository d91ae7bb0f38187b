package by.pobach.site;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nu.validator.htmlparser.dom.HtmlDocumentBuilder;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * What a machine reads in a page: items of microdata (HTML Living Standard, 5.2), each with its type and properties.
 *
 * @param properties each with its values in the order of the page; a value that is an item again stands in {@code parts}
 */
record Microdata(String type, Map<String, List<String>> properties, Map<String, Microdata> parts) {

    /** The items at the top of a page. */
    static List<Microdata> of(String html) {
        List<Microdata> items = new ArrayList<>();
        collect(parse(html).getDocumentElement(), items);
        return items;
    }

    String one(String property) {
        List<String> values = properties.getOrDefault(property, List.of());
        if (values.size() != 1) {
            throw new AssertionError(type + " has " + property + " " + values);
        }
        return values.getFirst();
    }

    private static void collect(Element element, List<Microdata> items) {
        if (element.hasAttribute("itemscope")) {
            items.add(item(element));
        } else {
            children(element).forEach(child -> collect(child, items));
        }
    }

    private static Microdata item(Element element) {
        Microdata item = new Microdata(element.getAttribute("itemtype"), new LinkedHashMap<>(), new LinkedHashMap<>());
        children(element).forEach(child -> item.read(child));
        return item;
    }

    private void read(Element element) {
        String property = element.getAttribute("itemprop");
        if (element.hasAttribute("itemscope")) {
            parts.put(property, item(element));
            return;
        }
        if (!property.isEmpty()) {
            properties.computeIfAbsent(property, first -> new ArrayList<>()).add(value(element));
        }
        children(element).forEach(this::read);
    }

    private static String value(Element element) {
        return switch (element.getLocalName()) {
            case "meta" -> element.getAttribute("content");
            case "a", "link" -> element.getAttribute("href");
            case "time" -> element.getAttribute("datetime");
            default -> element.getTextContent().strip();
        };
    }

    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    private static Document parse(String html) {
        try {
            return new HtmlDocumentBuilder().parse(new InputSource(new StringReader(html)));
        } catch (IOException | SAXException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
