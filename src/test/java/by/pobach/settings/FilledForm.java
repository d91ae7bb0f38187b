package by.pobach.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.HtmlUtils;

/** The form of a page as a browser would send it: every field with what stands in it. */
record FilledForm(String action, MultiValueMap<String, String> fields) {
    private static final Pattern FORM =
            Pattern.compile("(?s)<form method=\"post\" action=\"([^\"]*)\"[^>]*>(.*?)</form>");
    private static final Pattern INPUT = Pattern.compile("(?s)<input\\b([^>]*)>");
    private static final Pattern AREA = Pattern.compile("(?s)<textarea\\b([^>]*)>(.*?)</textarea>");
    private static final Pattern SELECT = Pattern.compile("(?s)<select\\b([^>]*)>(.*?)</select>");
    private static final Pattern CHOSEN = Pattern.compile("<option value=\"([^\"]*)\" selected");
    private static final Pattern FIRST = Pattern.compile("<option value=\"([^\"]*)\"");

    /** The form with a revision: the one that keeps the thing itself. */
    static FilledForm in(String page) {
        Matcher form = FORM.matcher(page);
        while (form.find()) {
            if (form.group(2).contains("name=\"revision\"")) {
                return new FilledForm(form.group(1), fields(form.group(2)));
            }
        }
        throw new AssertionError("no form with a revision in\n" + page);
    }

    private static MultiValueMap<String, String> fields(String html) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        INPUT.matcher(html).results().map(match -> match.group(1)).forEach(input -> {
            String type = attribute(input, "type");
            boolean left = (type.equals("checkbox") || type.equals("radio")) && !input.contains("checked");
            if (!left) {
                fields.add(attribute(input, "name"), attribute(input, "value"));
            }
        });
        AREA.matcher(html)
                .results()
                .forEach(area -> fields.add(attribute(area.group(1), "name"), HtmlUtils.htmlUnescape(area.group(2))));
        SELECT.matcher(html).results().forEach(select -> {
            Matcher chosen = CHOSEN.matcher(select.group(2));
            Matcher first = FIRST.matcher(select.group(2));
            String value = chosen.find() ? chosen.group(1) : first.find() ? first.group(1) : "";
            fields.add(attribute(select.group(1), "name"), value);
        });
        return fields;
    }

    private static String attribute(String tag, String name) {
        Matcher found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? HtmlUtils.htmlUnescape(found.group(1)) : "";
    }

    FilledForm with(String name, String... values) {
        MultiValueMap<String, String> changed = new LinkedMultiValueMap<>(fields);
        changed.put(name, new ArrayList<>(List.of(values)));
        return new FilledForm(action, changed);
    }

    /** The same words in all three languages. */
    FilledForm inAll(String name, String words) {
        return with(name + "-be", words).with(name + "-ru", words).with(name + "-en", words);
    }

    String value(String name) {
        return String.valueOf(fields.getFirst(name));
    }
}
