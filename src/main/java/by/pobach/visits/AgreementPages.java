package by.pobach.visits;

import by.pobach.web.Actor;
import by.pobach.web.Discreet;
import by.pobach.web.Language;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Whether another person or another time suits: the letter leads to a page with one button. Looking changes nothing. */
@Controller
@Discreet
@RequestMapping("/visits/{token}/agreement")
class AgreementPages {
    private final Visits visits;
    private final Substitutes substitutes;
    private final VisitWords words;

    AgreementPages(Visits visits, Substitutes substitutes, VisitWords words) {
        this.visits = visits;
        this.substitutes = substitutes;
        this.words = words;
    }

    /** With nothing to answer the visit itself says how things are. */
    @GetMapping
    ModelAndView ask(@PathVariable String token, Locale locale) {
        Optional<Visit> visit = visits.behind(token);
        Optional<String> change = visit.flatMap(substitutes::unanswered);
        if (change.isEmpty()) {
            return new ModelAndView(new RedirectView("/visits/" + token));
        }
        ModelMap model = words.model(visit.orElseThrow(), token, Language.of(locale));
        return new ModelAndView("visits/agreement", model);
    }

    @PostMapping
    ModelAndView agree(@PathVariable String token) {
        visits.behind(token).ifPresent(visit -> Actor.as("family", () -> substitutes.agree(visit)));
        return VisitPages.seeOther(token);
    }
}
