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
    static final String DESK = "/desk";
    static final String HELD = "held-for";
    private static final String PASSWORDS = "/desk/password";
    private static final Pattern PAGE_OF_THE_DESK = Pattern.compile("/desk(/[\\w./~-]*)?(\\?[\\w./~=&%:+-]*)?");

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException missing)
            throws IOException {
        String query = request.getQueryString();
        String wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
        if (request.getMethod().equals("POST") && safe(wanted).equals(wanted) && !wanted.startsWith(PASSWORDS)) {
            response.setStatus(HttpServletResponse.SC_TEMPORARY_REDIRECT);
            response.setHeader("Location", again(wanted));
            return;
        }
        boolean page = request.getMethod().equals("GET") && !safe(wanted).equals(DESK);
        response.sendRedirect("/sign-in" + (page ? "?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8) : ""));
    }

    /** The sign-in page that holds a form meant for {@code action}. */
    static String again(String action) {
        return "/sign-in/again?" + HELD + "=" + URLEncoder.encode(action, StandardCharsets.UTF_8);
    }

    /** Only a page of our own desk; anything else becomes the desk. */
    static String safe(@Nullable String next) {
        return next == null
                        || next.contains("..")
                        || !PAGE_OF_THE_DESK.matcher(next).matches()
                ? DESK
                : next;
    }
}
