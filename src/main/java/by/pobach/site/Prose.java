package by.pobach.site;

import by.pobach.offers.TimeWords;
import by.pobach.places.Centre;
import by.pobach.places.UsefulNumber.Kind;
import by.pobach.visits.VisitRules;
import by.pobach.web.Frame;
import by.pobach.web.Language;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.ui.ModelMap;
import org.springframework.web.servlet.ModelAndView;

/** Finds the file of a page in the reader's language and lays beside it what is true of this Centre. */
@Component
class Prose {
    private static final Set<String> EASY = Set.of("home", "about", "how-to-come", "privacy");

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

    /** In short and simple words where the reader chose them and the page has them. */
    ModelAndView page(String name, Frame frame) {
        String words = frame.easy() && EASY.contains(name) ? "easy-" : "";
        String language = frame.language().tag();
        return new ModelAndView("site/" + name + "." + words + language, facts(frame.language()));
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
