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

/** Sends whoever is not signed in to the sign-in page, which brings them back; remembered in the link, not in a session. */
final class ToSignIn implements AuthenticationEntryPoint {
    static final String DESK = "/desk";
    private static final Pattern PAGE_OF_THE_DESK = Pattern.compile("/desk(/[\\w./~-]*)?(\\?[\\w./~=&%:+-]*)?");

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException missing)
            throws IOException {
        String query = request.getQueryString();
        String wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
        boolean page = request.getMethod().equals("GET") && !safe(wanted).equals(DESK);
        response.sendRedirect("/sign-in" + (page ? "?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8) : ""));
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
