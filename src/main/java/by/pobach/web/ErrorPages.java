package by.pobach.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where every failed request ends: people get plain words and a way on, programs get {@code application/problem+json}.
 * Neither learns anything of the inside.
 */
@Controller
class ErrorPages implements ErrorController {
    private final IcuMessages messages;
    private final LanguageChoice languages;
    private final Frames frames;
    private final JsonMapper json;

    ErrorPages(IcuMessages messages, LanguageChoice languages, Frames frames, JsonMapper json) {
        this.messages = messages;
        this.languages = languages;
        this.frames = frames;
        this.json = json;
    }

    @RequestMapping("${server.error.path:${error.path:/error}}")
    @Nullable
    ModelAndView show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = Trouble.status(request);
        response.setStatus(status);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (Paths.isApi(request)) {
            tellProgram(status, request, response);
            return null;
        }
        frames.lay(request);
        return new ModelAndView("web/error", Map.of("trouble", Trouble.of(status)));
    }

    private void tellProgram(int status, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Trouble trouble = Trouble.of(status);
        String title = messages.say(languages.of(request), trouble.title());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter()
                .write(json.writeValueAsString(Map.of("type", trouble.type(), "title", title, "status", status)));
    }
}
