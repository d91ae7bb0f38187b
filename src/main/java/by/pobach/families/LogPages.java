package by.pobach.families;

import by.pobach.journal.Entry;
import by.pobach.journal.Line;
import by.pobach.people.Person;
import by.pobach.people.Persons;
import by.pobach.people.Staff;
import by.pobach.places.Centre;
import by.pobach.web.Discreet;
import by.pobach.web.Language;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** «Хто глядзеў»: who looked, when, what for; for the family, in its words. */
@Controller
@Discreet
class LogPages {
    private static final int A_PAGE = 50;

    private final Household household;
    private final Staff staff;
    private final Persons persons;
    private final Centre centre;

    LogPages(Household household, Staff staff, Persons persons, Centre centre) {
        this.household = household;
        this.staff = staff;
        this.persons = persons;
        this.centre = centre;
    }

    @GetMapping("/family/children/{id}/log")
    ModelAndView log(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID before, Locale locale) {
        Language language = Language.of(locale);
        return Closed.or(household.log(id, A_PAGE, before), entries -> {
            List<Line> lines =
                    entries.stream().map(entry -> line(entry, language)).toList();
            return new ModelAndView(
                    "families/log",
                    new ModelMap("lines", lines)
                            .addAttribute("id", id)
                            .addAttribute(
                                    "more",
                                    lines.size() == A_PAGE ? lines.getLast().id() : null));
        });
    }

    private Line line(Entry entry, Language language) {
        return Line.of(entry, centre.facts().zone(), who(Who.of(entry.actor()), language));
    }

    private String who(Who who, Language language) {
        return switch (who) {
            case Who.Colleague(UUID id) ->
                staff.find(id)
                        .map(member -> member.name().in(language) + ", "
                                + member.profession().in(language))
                        .orElse("");
            case Who.Kin(UUID id) -> persons.find(id).map(Person::name).orElse("");
            case Who.Machine _, Who.Stranger _ -> "";
        };
    }
}
