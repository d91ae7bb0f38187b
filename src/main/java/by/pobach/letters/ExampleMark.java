package by.pobach.letters;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Puts the sentence that this is only an example at the head of each letter of an example installation. */
@Component
class ExampleMark {
    private static final Pattern BODY =
            Pattern.compile("<main[^>]*>|<body[^>]*>(?!\\s*<main)", Pattern.CASE_INSENSITIVE);

    private final MessageSource words;

    ExampleMark(MessageSource words) {
        this.words = words;
    }

    Letter on(Letter letter) {
        String sentence =
                words.getMessage("letters.example", null, letter.language().locale());
        return new Letter(
                letter.about(),
                letter.revision(),
                letter.kind(),
                letter.channel(),
                letter.to(),
                letter.language(),
                letter.subject(),
                sentence + "\n\n" + letter.text(),
                html(letter.html(), "<p><strong>" + HtmlUtils.htmlEscape(sentence, "UTF-8") + "</strong></p>"),
                letter.invitation());
    }

    private static @Nullable String html(@Nullable String html, String mark) {
        if (html == null) {
            return null;
        }
        Matcher body = BODY.matcher(html);
        int at = body.find() ? body.end() : 0;
        return html.substring(0, at) + mark + html.substring(at);
    }
}
