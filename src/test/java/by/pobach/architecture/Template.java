package by.pobach.architecture;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.attoparser.AbstractMarkupHandler;
import org.attoparser.MarkupParser;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;

/**
 * What a page says by itself, before any word is put in.
 *
 * @param texts each piece of text or attribute that people read, with its line; not what {@code th:text} replaces
 * @param headings the outline: the levels of its headings in order
 */
record Template(List<Said> texts, List<String> headings) {
    private static final Set<String> READ_OUT = Set.of("alt", "title", "placeholder", "aria-label", "label", "summary");
    private static final Set<String> REPLACED = Set.of("th:text", "th:utext", "data-th-text", "th:replace");
    private static final Set<String> SILENT = Set.of("script", "style");
    private static final Set<String> VOID = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");

    record Said(int line, String text) {}

    static Template read(String html) {
        var reader = new Reader();
        try {
            new MarkupParser(ParseConfiguration.htmlConfiguration()).parse(new StringReader(html), reader);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
        return new Template(reader.texts, reader.headings);
    }

    private static final class Reader extends AbstractMarkupHandler {
        final List<Said> texts = new ArrayList<>();
        final List<String> headings = new ArrayList<>();

        /** For each open element, whether what stands in it is shown. */
        private final Deque<Boolean> shown = new ArrayDeque<>();

        private String element = "";
        private boolean replaced;
        private final List<Said> attributes = new ArrayList<>();

        @Override
        public void handleOpenElementStart(char[] buffer, int offset, int length, int line, int column) {
            begin(buffer, offset, length);
        }

        @Override
        public void handleStandaloneElementStart(
                char[] buffer, int offset, int length, boolean minimized, int line, int column) {
            begin(buffer, offset, length);
        }

        private void begin(char[] buffer, int offset, int length) {
            element = new String(buffer, offset, length);
            replaced = false;
            attributes.clear();
            if (element.matches("h[1-6]")) {
                headings.add(element);
            }
        }

        @Override
        public void handleAttribute(
                char[] buffer,
                int nameOffset,
                int nameLength,
                int nameLine,
                int nameColumn,
                int operatorOffset,
                int operatorLength,
                int operatorLine,
                int operatorColumn,
                int contentOffset,
                int contentLength,
                int outerOffset,
                int outerLength,
                int valueLine,
                int valueColumn) {
            String name = new String(buffer, nameOffset, nameLength);
            replaced |= REPLACED.contains(name);
            if (READ_OUT.contains(name)) {
                attributes.add(new Said(valueLine, new String(buffer, contentOffset, contentLength)));
            }
        }

        @Override
        public void handleOpenElementEnd(char[] buffer, int offset, int length, int line, int column) {
            texts.addAll(attributes);
            if (!VOID.contains(element)) {
                shown.push(!replaced && !SILENT.contains(element) && (shown.isEmpty() || shown.peek()));
            }
        }

        @Override
        public void handleStandaloneElementEnd(
                char[] buffer, int offset, int length, boolean minimized, int line, int column) {
            texts.addAll(attributes);
        }

        @Override
        public void handleCloseElementEnd(char[] buffer, int offset, int length, int line, int column) {
            shown.poll();
        }

        @Override
        public void handleAutoCloseElementEnd(char[] buffer, int offset, int length, int line, int column) {
            shown.poll();
        }

        @Override
        public void handleText(char[] buffer, int offset, int length, int line, int column) {
            if (shown.isEmpty() || shown.peek()) {
                texts.add(new Said(line, new String(buffer, offset, length)));
            }
        }
    }
}
