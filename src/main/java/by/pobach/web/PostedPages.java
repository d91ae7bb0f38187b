package by.pobach.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Tells the frame how somebody came. {@code arrived}: from another page of ours, so the keyboard begins at the main part
 * and not at the head once more. {@code posted}: by a form, with all that was typed, so that the head's links, which can
 * only ask for an address, do not lose it. A page class that has an address which shows the same again without doing
 * anything names it as {@code again}.
 *
 * <p>A page that is nobody's secret may come back by the browser's Back, with what was typed into it, but is asked for
 * anew otherwise: it looks as each person chose. Pages of whoever is signed in are seen to by the door they came through.
 */
@Component
class PostedPages implements HandlerInterceptor, WebMvcConfigurer {

    /** Of a staff page's form; the form that takes the fields along brings its own. */
    private static final String TOKEN = "_csrf";

    /** One field of the form that was sent. */
    record Field(String name, String value) {}

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView shown) {
        if (shown == null || shown.getViewName() == null || shown.getViewName().startsWith("redirect:")) {
            return;
        }
        if (request.getUserPrincipal() == null && !response.containsHeader("Cache-Control")) {
            response.setHeader("Cache-Control", "private, no-cache");
        }
        shown.addObject("arrived", isWellCome(request, response, shown));
        if (request.getMethod().equals("POST")) {
            shown.addObject("posted", fields(request));
        }
    }

    /** A refusal has its own place to begin at: what is to be mended. */
    private static boolean isWellCome(HttpServletRequest request, HttpServletResponse response, ModelAndView shown) {
        boolean refused = shown.getStatus() == null
                ? response.getStatus() >= 400
                : shown.getStatus().isError();
        return !refused && "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
    }

    private static List<Field> fields(HttpServletRequest request) {
        String query = "&" + (request.getQueryString() == null ? "" : request.getQueryString());
        return request.getParameterMap().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(TOKEN) && !query.contains("&" + entry.getKey() + "="))
                .flatMap(entry -> Arrays.stream(entry.getValue()).map(value -> new Field(entry.getKey(), value)))
                .toList();
    }
}
