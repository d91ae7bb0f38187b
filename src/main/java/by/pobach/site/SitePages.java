package by.pobach.site;

import by.pobach.places.Centre;
import by.pobach.web.Frame;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/**
 * The first screen asks one question, and each answer leads straight to a time. The pages of prose are whole files, one a
 * language: a translation is written, not assembled.
 */
@Controller
class SitePages implements PublicPages {
    private static final int SHOWN_AT_HOME = 3;

    private final Prose prose;
    private final Programme programme;
    private final Centre centre;

    SitePages(Prose prose, Programme programme, Centre centre) {
        this.centre = centre;
        this.prose = prose;
        this.programme = programme;
    }

    @Override
    public List<String> paths() {
        return List.of("/", "/about", "/how-to-come", "/contact", "/accessibility", "/privacy", "/words");
    }

    @GetMapping("/")
    ModelAndView home(@RequestAttribute Frame frame) {
        return frame.easy() ? prose.page("home", frame) : whole(frame);
    }

    @GetMapping("/about")
    ModelAndView about(@RequestAttribute Frame frame) {
        return prose.page("about", frame);
    }

    @GetMapping("/how-to-come")
    ModelAndView howToCome(@RequestAttribute Frame frame) {
        return prose.page("how-to-come", frame);
    }

    @GetMapping("/contact")
    ModelAndView contact(@RequestAttribute Frame frame) {
        return prose.page("contact", frame);
    }

    @GetMapping("/accessibility")
    ModelAndView accessibility(@RequestAttribute Frame frame) {
        return prose.page("accessibility", frame);
    }

    @GetMapping("/privacy")
    ModelAndView privacy(@RequestAttribute Frame frame) {
        return prose.page("privacy", frame);
    }

    @GetMapping("/words")
    ModelAndView words(@RequestAttribute Frame frame) {
        return prose.page("words", frame);
    }

    private ModelAndView whole(Frame frame) {
        List<Programme.Event> next =
                programme.next().stream().limit(SHOWN_AT_HOME).toList();
        ModelMap model = new ModelMap("events", programme.told(next, frame.language()));
        String gettingHere = centre.facts().gettingHere().in(frame.language());
        model.addAttribute(
                "way", WayIn.of(gettingHere).stream().limit(SHOWN_AT_HOME).toList());
        return new ModelAndView("site/home", model);
    }
}
