package by.pobach.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
    private final Frames frames;

    FrameFilter(Frames frames) {
        this.frames = frames;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (Paths.isApi(request)) {
            response.setHeader("Vary", "Accept-Language");
        } else {
            response.setHeader("Vary", "Accept-Language, Cookie");
            LanguageChoice.asked(request)
                    .ifPresent(language -> Cookies.keep(LanguageChoice.NAME, language.tag(), request, response));
            Look.askedWords(request)
                    .ifPresent(words ->
                            Cookies.keepInSight(Look.NAME, Look.of(request).value(), request, response));
            frames.lay(request);
        }
        chain.doFilter(request, response);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/static/");
    }
}
