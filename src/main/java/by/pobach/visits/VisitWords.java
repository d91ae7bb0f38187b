package by.pobach.visits;

import by.pobach.equipment.EquipmentDesk;
import by.pobach.offers.ApiWords;
import by.pobach.offers.Need;
import by.pobach.offers.Service;
import by.pobach.offers.Services;
import by.pobach.offers.TimeWords;
import by.pobach.people.Staff;
import by.pobach.places.Centre;
import by.pobach.web.Dates;
import by.pobach.web.IcuMessages;
import by.pobach.web.Language;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.ModelMap;

/** Says in the reader's language everything about a promised visit. */
@Component
class VisitWords {
    private final Visits visits;
    private final Services services;
    private final TimeWords times;
    private final ApiWords authors;
    private final Staff staff;
    private final Centre centre;
    private final EquipmentDesk equipment;
    private final Dates dates;
    private final IcuMessages messages;
    private final Clock clock;

    VisitWords(
            Visits visits,
            Services services,
            TimeWords times,
            ApiWords authors,
            Staff staff,
            Centre centre,
            EquipmentDesk equipment,
            Dates dates,
            IcuMessages messages,
            Clock clock) {
        this.visits = visits;
        this.services = services;
        this.times = times;
        this.authors = authors;
        this.staff = staff;
        this.centre = centre;
        this.equipment = equipment;
        this.dates = dates;
        this.messages = messages;
        this.clock = clock;
    }

    /** One line of the visit's history: when, what, by whom, and the reason if one was given. */
    record Step(String at, String what, @Nullable String reason) {}

    /** What every page of a visit knows. */
    ModelMap model(Visit visit, String token, Language language) {
        Service service = services.find(visit.service()).orElseThrow();
        ModelMap model = new ModelMap();
        model.addAttribute("visit", visit);
        model.addAttribute("token", token);
        model.addAttribute("path", "/visits/" + token);
        model.addAttribute("state", state(visit));
        model.addAttribute(
                "told",
                times.told(
                        service,
                        visit.place(),
                        visit.start(),
                        staff.find(visit.specialist()).orElse(null),
                        language));
        model.addAttribute("place", visit.place().code());
        model.addAttribute("bring", service.bring().in(language));
        model.addAttribute("centre", centre.facts());
        model.addAttribute("room", room(visit.room(), language));
        model.addAttribute("interpreter", interpreter(visit, language));
        model.addAttribute("devices", devices(visit, language));
        model.addAttribute(
                "needed",
                visit.needs().stream().map(need -> times.need(need, language)).toList());
        model.addAttribute("seeking", seeking(visit));
        model.addAttribute("answer", times.answerDay(language));
        List<VisitTable.Step> history = visits.history(visit);
        model.addAttribute("steps", steps(history, language));
        model.addAttribute(
                "change",
                visit.canMove(clock.instant()) ? Substitutes.asked(history).orElse(null) : null);
        return model;
    }

    private String state(Visit visit) {
        return visit.stands() && !visit.canMove(clock.instant())
                ? "past"
                : visit.state().code();
    }

    /** Whether an interpreter was asked for and is still being looked for. */
    private boolean seeking(Visit visit) {
        return visit.stands()
                && visit.needs().contains(Need.SIGN_INTERPRETER)
                && visit.interpreter() == null
                && staff.find(visit.specialist())
                        .filter(member -> member.signs())
                        .isEmpty();
    }

    private @Nullable String room(@Nullable UUID id, Language language) {
        return Optional.ofNullable(id)
                .flatMap(centre::room)
                .map(room -> messages.say(language, "visits.room", room.name().in(language), room.floor() + 1))
                .orElse(null);
    }

    private @Nullable String interpreter(Visit visit, Language language) {
        return Optional.ofNullable(visit.interpreter())
                .flatMap(staff::find)
                .map(member -> times.interpreter(member, language))
                .orElse(null);
    }

    @Nullable
    String person(@Nullable UUID id, Language language) {
        return Optional.ofNullable(id)
                .flatMap(staff::find)
                .map(member -> times.person(member, language))
                .orElse(null);
    }

    private List<String> devices(Visit visit, Language language) {
        return visit.devices().stream()
                .map(equipment::item)
                .flatMap(Optional::stream)
                .map(item -> item.name().in(language))
                .toList();
    }

    private List<Step> steps(List<VisitTable.Step> history, Language language) {
        return history.stream()
                .map(step -> new Step(
                        dates.moment(step.at(), centre.facts().zone(), language),
                        messages.say(language, "visits.history." + step.what(), authors.author(step.by(), language)),
                        step.reason()))
                .toList();
    }
}
