package by.pobach.calendar;

import java.nio.charset.StandardCharsets;

/** Content lines of RFC 5545, section 3.1: CRLF, and folded at 75 octets without cutting a letter in two. */
final class ContentLines {
    private static final int MOST_OCTETS = 75;

    private final StringBuilder written = new StringBuilder();

    /** A property of type TEXT (section 3.3.11); what the escape cannot carry is dropped. */
    ContentLines text(String name, String value) {
        return line(name + ":" + escaped(value));
    }

    /** A line that is already right but for its length. */
    ContentLines line(String line) {
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int letter = line.codePointAt(i);
            int size = octets(letter);
            if (octets + size > MOST_OCTETS) {
                written.append("\r\n ");
                octets = 1;
            }
            written.appendCodePoint(letter);
            octets += size;
            i += Character.charCount(letter);
        }
        written.append("\r\n");
        return this;
    }

    @Override
    public String toString() {
        return written.toString();
    }

    static String escaped(String value) {
        return clean(value.replace("\r\n", "\n").replace('\r', '\n'))
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    /** A parameter value in quotes: it may hold neither quotes nor line ends. */
    static String parameter(String value) {
        return '"' + clean(value).replaceAll("[\"\\n]", "") + '"';
    }

    /** A URI: no line end, space or quote can be part of it. */
    static String address(String value) {
        return clean(value).replaceAll("[\\s\"<>]", "");
    }

    /** Without control characters and broken surrogates; line ends stay for the caller. */
    private static String clean(String value) {
        return value.codePoints()
                .filter(c -> c == '\n' || !Character.isISOControl(c))
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int octets(int letter) {
        return Character.toString(letter).getBytes(StandardCharsets.UTF_8).length;
    }
}
