package by.pobach.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.transaction.support.TransactionOperations;

/** How a session is kept: in PostgreSQL, so that either node may go; its id in a cookie. */
@Configuration(proxyBeanMethods = false)
class SessionKeeping {
    private static final int ID_BYTES = 27;
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * Each statement by itself: a transaction begins by asking who is signed in, which reads the session, which must not
     * begin a transaction. For sessions only: everybody else keeps the ordinary template.
     */
    @Bean(name = "springSessionTransactionOperations", defaultCandidate = false)
    static TransactionOperations sessionTransactions() {
        return TransactionOperations.withoutTransaction();
    }

    @Bean
    static SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionTable() {
        return sessions -> {
            sessions.setTableName("signin.session");
            sessions.setSessionIdGenerator(SessionKeeping::id);
        };
    }

    /** As long as its column: 216 random bits, where a UUID would have 122. */
    private static String id() {
        byte[] bytes = new byte[ID_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * A cookie for each hat. On https it is bound to exactly this host by its {@code __Host-} name; http://localhost cannot have
     * it.
     */
    @Bean
    static CookieSerializer sessionCookie() {
        var desk = cookies("session");
        var family = cookies("family");
        return new CookieSerializer() {
            @Override
            public void writeCookieValue(CookieValue value) {
                of(value.getRequest()).writeCookieValue(value);
            }

            @Override
            public List<String> readCookieValues(HttpServletRequest request) {
                return of(request).readCookieValues(request);
            }

            private CookieSerializer of(HttpServletRequest request) {
                var hat = Hat.of(request) == Hat.STAFF ? desk : family;
                return request.isSecure() ? hat.https() : hat.http();
            }
        };
    }

    private record Cookies(CookieSerializer https, CookieSerializer http) {}

    private static Cookies cookies(String name) {
        return new Cookies(cookie("__Host-" + name, true), cookie(name, false));
    }

    private static CookieSerializer cookie(String name, boolean secure) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(name);
        cookie.setCookiePath("/");
        cookie.setUseSecureCookie(secure);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        return cookie;
    }
}
