package by.pobach.letters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A paragraph of a letter's text, with its links to be pressed. */
record Paragraph(List<Piece> pieces) {
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    record Piece(String text, boolean link) {}

    static List<Paragraph> of(String words) {
        return Arrays.stream(words.strip().split("\\n\\s*\\n"))
                .map(Paragraph::paragraph)
                .toList();
    }

    private static Paragraph paragraph(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher link = LINK.matcher(text);
        int from = 0;
        while (link.find()) {
            pieces.add(new Piece(text.substring(from, link.start()), false));
            pieces.add(new Piece(link.group(), true));
            from = link.end();
        }
        pieces.add(new Piece(text.substring(from), false));
        return new Paragraph(pieces);
    }
}
