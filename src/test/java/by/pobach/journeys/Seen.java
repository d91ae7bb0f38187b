package by.pobach.journeys;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Remembers which routes were asked for and which templates were shown, so that none is forgotten. */
class Seen implements WebMvcConfigurer, HandlerInterceptor {
    private final Set<String> routes = new ConcurrentSkipListSet<>();
    private final Set<String> templates = new ConcurrentSkipListSet<>();

    Set<String> routes() {
        return routes;
    }

    Set<String> templates() {
        return templates;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView shown) {
        if (request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern) {
            routes.add(request.getMethod() + " " + pattern);
        }
        if (shown != null && shown.getViewName() != null) {
            templates.add(shown.getViewName());
        }
    }
}
