package by.pobach.settings;

import by.pobach.diary.Diary;
import by.pobach.diary.Slot;
import by.pobach.people.Staff;
import by.pobach.people.StaffMember;
import by.pobach.people.StaffMember.Role;
import by.pobach.places.Centre;
import by.pobach.web.Frame;
import by.pobach.web.Ids;
import by.pobach.web.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The last day of somebody who leaves: no new times after it, while promised visits and tasks stay for the desk to decide. */
@Controller
class Leaving {
    private static final Duration FOR_EVER = Duration.ofDays(3_650);

    private final Staff staff;
    private final Diary diary;
    private final Centre centre;
    private final StaffPages pages;
    private final Forms forms;

    Leaving(Staff staff, Diary diary, Centre centre, StaffPages pages, Forms forms) {
        this.staff = staff;
        this.diary = diary;
        this.centre = centre;
        this.pages = pages;
        this.forms = forms;
    }

    @PostMapping(StaffPages.HERE + "/{id}/leaving")
    String leave(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String last,
            @RequestAttribute Frame frame,
            Model model,
            HttpServletResponse response) {
        Optional<LocalDate> day = day(last);
        boolean alone = !othersRunDesk(staff, id);
        if (day.isEmpty() || alone) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            String why = alone ? "settings.problem.last-one" : "settings.problem.date";
            model.addAttribute("problems", new Problems().add("last", why)).addAttribute("last", last);
            return pages.member(id, frame, model);
        }
        ZoneId zone = centre.facts().zone();
        Instant end = day.get().plusDays(1).atStartOfDay(zone).toInstant();
        forms.act("staff/" + id, "staff.leaves", "", day.get().toString(), () -> {
            staff.leaves(id, end);
            if (diary.knows(id)) {
                diary.absent(Ids.next(), new Slot(id, end, end.plus(FOR_EVER)));
            }
        });
        return "redirect:" + StaffPages.HERE + "/" + id + "?kept";
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed)).filter(day -> day.getYear() > 2000 && day.getYear() < 2200);
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    static boolean runsDesk(StaffMember member) {
        return member.is(Role.COORDINATOR) || member.is(Role.DIRECTOR);
    }

    /** Somebody must be left who can open these forms. */
    static boolean othersRunDesk(Staff staff, UUID but) {
        return staff.all().stream().filter(member -> !member.id().equals(but)).anyMatch(Leaving::runsDesk);
    }
}
