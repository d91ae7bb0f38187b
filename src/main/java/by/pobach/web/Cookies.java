package by.pobach.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** What a person chose stays in their browser for a year, signed in or not. */
final class Cookies {
    private static final int YEAR = (int) Duration.ofDays(365).toSeconds();

    private Cookies() {}

    /** Bound to exactly this host where the browser can promise it: it refuses such a name on http. */
    private static String named(String name, HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + name : name;
    }

    static Optional<String> of(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> named(name, request).equals(cookie.getName()))
                        .findFirst()
                        .map(Cookie::getValue);
    }

    /** For the server's eyes alone. Nothing to keep forgets what was kept. */
    static void keep(String name, String value, HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(cookie(name, value, request, true));
    }

    /** The page's script may read it too, so nothing goes here that others must not learn. */
    static void keepInSight(String name, String value, HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(cookie(name, value, request, false));
    }

    private static Cookie cookie(String name, String value, HttpServletRequest request, boolean hidden) {
        Cookie cookie = new Cookie(named(name, request), value);
        cookie.setPath("/");
        cookie.setMaxAge(value.isEmpty() ? 0 : YEAR);
        cookie.setHttpOnly(hidden);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
