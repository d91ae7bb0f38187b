package by.pobach.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed and sent when their session was over, or lacked its second step. The pages of signing in carry it to and fro, and
 * the house keeps it nowhere; it is sent on by a button of theirs, as whoever has signed in (WCAG 2.2.5).
 *
 * @param action a page under one of the hats, as {@link ToSignIn#safe} lets through
 */
public record HeldForm(String action, List<Field> fields) {
    private static final String TOKEN = "_csrf";

    /** A field as it was sent. */
    public record Field(String name, String value) {}

    /** What the request was sent with, without its address and its token. */
    public static HeldForm of(String action, HttpServletRequest request) {
        String query = "&" + request.getQueryString();
        List<Field> fields = request.getParameterMap().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(TOKEN) && !query.contains("&" + entry.getKey() + "="))
                .flatMap(entry -> Arrays.stream(entry.getValue()).map(value -> new Field(entry.getKey(), value)))
                .toList();
        return new HeldForm(ToSignIn.safe(action), fields);
    }

    /** From one field of the sign-in form. */
    public static Optional<HeldForm> unpacked(@Nullable String action, String packed) {
        if (action == null) {
            return Optional.empty();
        }
        List<Field> fields = Arrays.stream(packed.split("&"))
                .filter(part -> part.indexOf('=') > 0)
                .map(part -> new Field(decoded(part.replaceFirst("=.*", "")), decoded(part.replaceFirst(".*?=", ""))))
                .toList();
        return Optional.of(new HeldForm(ToSignIn.safe(action), fields));
    }

    /** Everything in one line, for one hidden field. */
    public String packed() {
        return fields.stream()
                .map(field -> encoded(field.name()) + "=" + encoded(field.value()))
                .collect(Collectors.joining("&"));
    }

    /** The page of signing in that holds it. */
    public String again() {
        return ToSignIn.again(action);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Only what {@link #packed} wrote comes whole through here; anything else is kept as it is. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
