package by.pobach.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lays the frame's facts beside each request, so that error pages have them too, and keeps a chosen language.
 * A request attribute and not a controller's advice: advice is silent when a request fails early.
 */
@Component
@Order(Doors.FRAME)
class FrameFilter extends OncePerRequestFilter {
    private final LanguageChoice choice;
    private final ObjectProvider<FooterFacts> centre;
    private final boolean demo;

    FrameFilter(
            LanguageChoice choice, ObjectProvider<FooterFacts> centre, @Value("${pobach.demo:false}") boolean demo) {
        this.choice = choice;
        this.centre = centre;
        this.demo = demo;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (Paths.isApi(request)) {
            response.setHeader("Vary", "Accept-Language");
        } else {
            response.setHeader("Vary", "Accept-Language, Cookie");
            LanguageChoice.asked(request).ifPresent(language -> keep(language, request, response));
            request.setAttribute(
                    Frame.NAME, new Frame(choice.of(request), demo, here(request), centre.getIfAvailable()));
        }
        chain.doFilter(request, response);
    }

    private static void keep(Language language, HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = new Cookie(LanguageChoice.NAME, language.tag());
        cookie.setPath("/");
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    private static String here(HttpServletRequest request) {
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        String rest = Arrays.stream(query.split("&"))
                .filter(part -> !part.isEmpty() && !part.startsWith(LanguageChoice.NAME + "="))
                .collect(Collectors.joining("&"));
        String path = "/" + request.getRequestURI().replaceFirst("^/+", ""); // never a link to another host
        return path + (rest.isEmpty() ? "" : "?" + rest);
    }
}
