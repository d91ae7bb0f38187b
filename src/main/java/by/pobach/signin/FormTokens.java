package by.pobach.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.stereotype.Component;

/**
 * The form token of staff pages, in a cookie, so that looking at the sign-in page opens no session. On https the cookie
 * is bound to exactly this host by its {@code __Host-} name; a browser refuses such a name on http.
 */
@Component
class FormTokens implements CsrfTokenRepository {
    private final CookieCsrfTokenRepository https = cookie("__Host-form", true);
    private final CookieCsrfTokenRepository http = cookie("form", false);

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return of(request).generateToken(request);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        of(request).saveToken(token, request, response);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return of(request).loadToken(request);
    }

    /** Another token from now on, also for the page that is about to be written. */
    void renew(HttpServletRequest request, HttpServletResponse response) {
        CsrfToken fresh = generateToken(request);
        saveToken(fresh, request, response);
        new XorCsrfTokenRequestAttributeHandler().handle(request, response, () -> fresh);
    }

    private CookieCsrfTokenRepository of(HttpServletRequest request) {
        return request.isSecure() ? https : http;
    }

    private static CookieCsrfTokenRepository cookie(String name, boolean secure) {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(name);
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(
                cookie -> cookie.secure(secure).httpOnly(true).sameSite("Lax"));
        return tokens;
    }
}
