package by.pobach.site;

import by.pobach.offers.TimeWords;
import by.pobach.places.Centre;
import by.pobach.places.UsefulNumber.Kind;
import by.pobach.visits.VisitRules;
import by.pobach.web.Frame;
import by.pobach.web.Language;
import org.springframework.stereotype.Component;
import org.springframework.ui.ModelMap;
import org.springframework.web.servlet.ModelAndView;

/** Finds the file of a page in the reader's language and lays beside it what is true of this Centre. */
@Component
class Prose {
    private final Centre centre;
    private final OpeningHours hours;
    private final VisitRules rules;
    private final TimeWords times;

    Prose(Centre centre, OpeningHours hours, VisitRules rules, TimeWords times) {
        this.times = times;
        this.centre = centre;
        this.hours = hours;
        this.rules = rules;
    }

    ModelAndView page(String name, Frame frame) {
        return new ModelAndView("site/" + name + "." + frame.language().tag(), facts(frame.language()));
    }

    /** The easy-to-read twin of the page at that path, or the page itself for whoever reads English. */
    ModelAndView easy(String name, String path, Frame frame) {
        if (frame.language() == Language.EN) {
            return new ModelAndView("redirect:" + path);
        }
        ModelMap model = facts(frame.language());
        model.addAttribute("easy", true);
        return new ModelAndView("site/" + name + ".easy-" + frame.language().tag(), model);
    }

    private ModelMap facts(Language language) {
        ModelMap model = new ModelMap("centre", centre.facts());
        model.addAttribute("way", WayIn.of(centre.facts().gettingHere().in(language)));
        model.addAttribute("hours", hours.lines(language));
        model.addAttribute("danger", centre.numbers(Kind.DANGER));
        model.addAttribute("texts", centre.numbers(Kind.TEXT));
        model.addAttribute("answer", times.answerDay(language));
        model.addAttribute("days", rules.eraseAfter().toDays());
        return model;
    }
}
