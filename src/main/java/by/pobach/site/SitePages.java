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
        return List.of("/", "/about", "/how-to-come", "/contact", "/accessibility", "/privacy");
    }

    @Override
    public List<String> easyPaths() {
        return List.of("/easy", "/easy/about", "/easy/how-to-come", "/easy/privacy");
    }

    @GetMapping("/")
    ModelAndView home(@RequestAttribute Frame frame) {
        if (frame.easy()) {
            return prose.easy("home", "/", frame);
        }
        List<Programme.Event> next =
                programme.next().stream().limit(SHOWN_AT_HOME).toList();
        ModelMap model = new ModelMap("events", programme.told(next, frame.language()));
        String gettingHere = centre.facts().gettingHere().in(frame.language());
        model.addAttribute(
                "way", WayIn.of(gettingHere).stream().limit(SHOWN_AT_HOME).toList());
        return new ModelAndView("site/home", model);
    }

    @GetMapping("/about")
    ModelAndView about(@RequestAttribute Frame frame) {
        return frame.easy() ? prose.easy("about", "/about", frame) : prose.page("about", frame);
    }

    @GetMapping("/how-to-come")
    ModelAndView howToCome(@RequestAttribute Frame frame) {
        return frame.easy() ? prose.easy("how-to-come", "/how-to-come", frame) : prose.page("how-to-come", frame);
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
        return frame.easy() ? prose.easy("privacy", "/privacy", frame) : prose.page("privacy", frame);
    }

    @GetMapping("/easy")
    ModelAndView easyHome(@RequestAttribute Frame frame) {
        return prose.easy("home", "/", frame);
    }

    @GetMapping("/easy/about")
    ModelAndView easyAbout(@RequestAttribute Frame frame) {
        return prose.easy("about", "/about", frame);
    }

    @GetMapping("/easy/how-to-come")
    ModelAndView easyHowToCome(@RequestAttribute Frame frame) {
        return prose.easy("how-to-come", "/how-to-come", frame);
    }

    @GetMapping("/easy/privacy")
    ModelAndView easyPrivacy(@RequestAttribute Frame frame) {
        return prose.easy("privacy", "/privacy", frame);
    }
}
