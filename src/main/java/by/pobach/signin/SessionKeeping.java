package by.pobach.signin;

import by.pobach.web.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** How a session is kept: in PostgreSQL, so that either node may go; its id in a cookie. */
@Configuration(proxyBeanMethods = false)
class SessionKeeping {

    /**
     * Under a name of its own: asking who is signed in reads the session, and reading it must not ask again.
     * For sessions only: everybody else keeps the ordinary {@link TransactionTemplate}.
     */
    @Bean(name = "springSessionTransactionOperations", defaultCandidate = false)
    static TransactionOperations sessionTransactions(PlatformTransactionManager transactions) {
        var template = new TransactionTemplate(transactions);
        template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new TransactionOperations() {
            @Override
            public <T> T execute(TransactionCallback<T> action) {
                return Actor.as("job:sessions", () -> template.execute(action));
            }
        };
    }

    @Bean
    static SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionTable() {
        return sessions -> sessions.setTableName("signin.session");
    }

    /** On https the cookie is bound to exactly this host by its {@code __Host-} name; http://localhost cannot have it. */
    @Bean
    static CookieSerializer sessionCookie() {
        var https = cookie("__Host-session", true);
        var http = cookie("session", false);
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
                return request.isSecure() ? https : http;
            }
        };
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
