package by.pobach.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Sends whoever is not signed in to the sign-in page, which brings them back; remembered in the link, not in a session. A
 * form that was sent is sent on whole, so that nothing typed is lost ({@link HeldForm}); never one with passwords.
 */
final class ToSignIn implements AuthenticationEntryPoint {
    static final String HELD = "held-for";
    private static final String PASSWORDS = "/desk/password";
    private static final Pattern PAGE = Pattern.compile("(/desk|/family)(/[\\w./~-]*)?(\\?[\\w./~=&%:+-]*)?");

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException missing)
            throws IOException {
        Hat hat = Hat.of(request);
        String form = form(request, hat);
        if (form != null) {
            sendOn(response, again(form));
            return;
        }
        String wanted = wanted(request, hat);
        boolean home = wanted.equals(hat.home());
        response.sendRedirect(
                hat.signIn() + (home ? "" : "?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8)));
    }

    /** The same request once more, with all its fields, to another page. */
    static void sendOn(HttpServletResponse response, String to) {
        response.setStatus(HttpServletResponse.SC_TEMPORARY_REDIRECT);
        response.setHeader("Location", to);
    }

    /** The address of a form that was sent and may be held; never one with passwords. */
    static @Nullable String form(HttpServletRequest request, Hat hat) {
        String wanted = asked(request);
        boolean held =
                request.getMethod().equals("POST") && safe(wanted, hat).equals(wanted) && !wanted.startsWith(PASSWORDS);
        return held ? wanted : null;
    }

    /** The sign-in page that holds a form meant for {@code action}. */
    static String again(String action) {
        return hat(action).signIn() + "/again?" + HELD + "=" + URLEncoder.encode(action, StandardCharsets.UTF_8);
    }

    /** The page that was asked for; where a form was sent to, the first page. */
    static String wanted(HttpServletRequest request, Hat hat) {
        return request.getMethod().equals("GET") ? safe(asked(request), hat) : hat.home();
    }

    private static String asked(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    /** Only a page of our own, of the hat that its address names; anything else becomes the desk. */
    static String safe(String action) {
        return safe(action, hat(action));
    }

    private static Hat hat(String action) {
        return action.startsWith(Hat.PERSON.home()) ? Hat.PERSON : Hat.STAFF;
    }

    /** Only a page of our own, of this hat; anything else becomes its first page. */
    static String safe(@Nullable String next, Hat hat) {
        boolean ours = next != null
                && !next.contains("..")
                && !next.contains("//")
                && PAGE.matcher(next).matches()
                && next.matches(hat.home() + "([/?].*)?");
        return ours && next != null ? next : hat.home();
    }
}
