package by.pobach.account;

import by.pobach.families.Who;
import by.pobach.offers.Services;
import by.pobach.people.Staff;
import by.pobach.places.Centre;
import by.pobach.visits.Visit;
import by.pobach.web.Choice;
import by.pobach.web.Dates;
import by.pobach.web.Discreet;
import by.pobach.web.Language;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** «Мае сустрэчы»: all of them in one place, each with the child it is for. */
@Controller
@Discreet
@RequestMapping(OwnVisitPages.HERE)
class OwnVisitPages {
    static final String HERE = "/family/visits";

    private final OwnVisits visits;
    private final Services services;
    private final Staff staff;
    private final Dates dates;
    private final Centre centre;

    OwnVisitPages(OwnVisits visits, Services services, Staff staff, Dates dates, Centre centre) {
        this.visits = visits;
        this.services = services;
        this.staff = staff;
        this.dates = dates;
        this.centre = centre;
    }

    /** A visit in the reader’s words. */
    record Line(
            UUID id,
            String when,
            String what,
            String with,
            String state,
            @Nullable String child) {}

    @GetMapping
    ModelAndView all(Locale locale) {
        Language language = Language.of(locale);
        OwnVisits.Seen seen = visits.of(me());
        List<Choice> children = seen.children().stream()
                .map(child -> Choice.text(child.id().toString(), child.calledBy()))
                .toList();
        ModelMap model = new ModelMap(
                        "lines",
                        seen.lines().stream().map(line -> line(line, language)).toList())
                .addAttribute("children", children);
        return new ModelAndView("account/visits", model);
    }

    private Line line(OwnVisits.Line line, Language language) {
        Visit visit = line.visit();
        return new Line(
                visit.id(),
                dates.moment(visit.start(), centre.facts().zone(), language),
                services.find(visit.service())
                        .map(service -> service.name().in(language))
                        .orElse(""),
                staff.find(visit.specialist())
                        .map(member -> member.name().in(language))
                        .orElse(""),
                "account.state." + visit.state().code(),
                line.child() == null ? null : line.child().toString());
    }

    @PostMapping("/{visit}/child")
    ModelAndView tie(@PathVariable UUID visit, @RequestParam(required = false) @Nullable UUID child) {
        if (child == null || !visits.tie(me(), visit, child)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new ModelAndView("redirect:" + HERE + "?kept");
    }

    private static Who.Kin me() {
        if (Who.now() instanceof Who.Kin kin) {
            return kin;
        }
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
