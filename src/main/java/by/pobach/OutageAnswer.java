package by.pobach;

import by.pobach.web.Language;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;

/**
 * While the database is away: 503 and when to come back, never a 500 and never a refusal. Whether an act went through
 * is then unknown; who repeats it with the same key gets the same visit. Needs neither a template nor the database.
 */
@Component
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 15)
class OutageAnswer extends OncePerRequestFilter {
    private static final Logger log = LoggerFactory.getLogger(OutageAnswer.class);
    private static final String RETRY_SECONDS = "5";

    private final MessageSource words;
    private final ObjectProvider<LocaleResolver> locales;

    OutageAnswer(MessageSource words, ObjectProvider<LocaleResolver> locales) {
        this.words = words;
        this.locales = locales;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            if (response.isCommitted() || !Outage.isCauseOf(failure)) {
                throw failure;
            }
            answer(failure, request, response);
        }
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class,
        TransactionSystemException.class
    })
    void answer(Exception failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        log.warn("The database is away: {}", failure.getClass().getSimpleName());
        boolean program = request.getRequestURI().startsWith("/api/");
        Language language = Language.of(locales.getObject().resolveLocale(request));
        String title = words.getMessage("web.error.503.title", null, language.locale());
        String text = words.getMessage("web.error.503.text", null, language.locale());
        byte[] body = (program ? problem(title, text) : page(language, title, text)).getBytes(StandardCharsets.UTF_8);
        response.resetBuffer();
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", RETRY_SECONDS);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(program ? "application/problem+json" : "text/html;charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static String problem(String title, String text) {
        return """
                {"type":"/problems/unavailable","title":"%s","status":503,"detail":"%s"}""".formatted(title, text);
    }

    private static String page(Language language, String title, String text) {
        return """
                <!DOCTYPE html>
                <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title></head>
                <body><main><h1>%s</h1><p>%s</p></main></body></html>
                """.formatted(language.tag(), title, title, text);
    }
}
