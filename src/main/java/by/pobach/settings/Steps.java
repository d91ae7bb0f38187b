package by.pobach.settings;

import by.pobach.letters.Letters;
import by.pobach.offers.Offers;
import by.pobach.offers.Service;
import by.pobach.offers.Services;
import by.pobach.offers.Wish;
import by.pobach.people.Staff;
import by.pobach.people.StaffMember.Role;
import by.pobach.places.Centre;
import by.pobach.places.WorkingCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page of the settings: what is still missing before the first booking is possible, and the way to every form. */
@Controller
class Steps {
    static final String HOME = "/desk/settings";
    private static final int DAYS_AHEAD = 60;

    private final Centre centre;
    private final WorkingCalendar calendar;
    private final Staff staff;
    private final Services services;
    private final Offers offers;
    private final Letters letters;
    private final Clock clock;

    /**
     * One thing that must be said before families can book.
     *
     * @param name the key of its sentence is {@code settings.step.<name>}
     */
    record Step(String name, String href, boolean done) {}

    Steps(
            Centre centre,
            WorkingCalendar calendar,
            Staff staff,
            Services services,
            Offers offers,
            Letters letters,
            Clock clock) {
        this.centre = centre;
        this.calendar = calendar;
        this.staff = staff;
        this.services = services;
        this.offers = offers;
        this.letters = letters;
        this.clock = clock;
    }

    @GetMapping(HOME)
    String steps(Model model) {
        List<Step> steps = all();
        model.addAttribute("steps", steps).addAttribute("ready", steps.stream().allMatch(Step::done));
        return "settings/index";
    }

    private List<Step> all() {
        boolean offered = !services.all().isEmpty();
        return List.of(
                new Step("centre", HOME + "/centre", centre.isSetUp()),
                new Step("hours", HOME + "/hours", !calendar.week().isEmpty()),
                new Step("rooms", HOME + "/rooms", !centre.rooms().isEmpty()),
                new Step("staff", HOME + "/staff", staff.all().stream().anyMatch(member -> member.is(Role.SPECIALIST))),
                new Step("services", HOME + "/services", offered),
                new Step("letters", HOME + "/letters", letters.state().mailLeaves()),
                new Step(
                        "time",
                        HOME + "/services",
                        offered && services.all().stream().anyMatch(this::hasTime)));
    }

    /** Whether a family would find a time of it now. */
    private boolean hasTime(Service service) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), centre.facts().zone());
        LocalDate end = today.plusDays(DAYS_AHEAD);
        return !service.isGroup()
                && service.places().stream()
                        .map(place -> new Wish(service, place, null, Set.of(), today, end, List.of()))
                        .anyMatch(wish -> !offers.find(wish, 1).offers().isEmpty());
    }
}
