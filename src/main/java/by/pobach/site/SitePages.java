package by.pobach.site;

import by.pobach.places.Centre;
import by.pobach.web.Frame;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/**
 * The first screen asks one question, and each answer leads straight to a time. The pages of prose are whole files, one a
 * language: a translation is written, not assembled.
 */
@Controller
class SitePages {
    private static final String ROBOTS = """
            User-agent: *
            Disallow: /api/
            Disallow: /desk
            Disallow: /v/
            """;

    private final Centre centre;

    SitePages(Centre centre) {
        this.centre = centre;
    }

    @GetMapping("/")
    String home() {
        return "site/home";
    }

    @GetMapping("/about")
    ModelAndView about(@RequestAttribute Frame frame) {
        return prose("about", frame);
    }

    @GetMapping("/how-to-come")
    ModelAndView howToCome(@RequestAttribute Frame frame) {
        return prose("how-to-come", frame);
    }

    @GetMapping("/privacy")
    ModelAndView privacy(@RequestAttribute Frame frame) {
        return prose("privacy", frame);
    }

    @GetMapping("/robots.txt")
    ResponseEntity<String> robots() {
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(ROBOTS);
    }

    private ModelAndView prose(String page, Frame frame) {
        String view = "site/" + page + "." + frame.language().tag();
        return new ModelAndView(view, Map.of("centre", centre.facts()));
    }
}
