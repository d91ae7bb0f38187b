package by.pobach.cover;

import by.pobach.diary.Diary;
import by.pobach.people.Staff;
import by.pobach.people.StaffMember.Role;
import by.pobach.signin.SignedIn;
import by.pobach.web.Choice;
import by.pobach.web.Frame;
import by.pobach.web.Language;
import by.pobach.web.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** Somebody is away: one line says who and how long; below it stand the cases. */
@Controller
class CoverPages {
    private final Covers covers;
    private final Whom whom;
    private final CoverLines lines;
    private final Staff staff;
    private final Diary diary;

    /** A case in the list. {@code all} are those who have something to know, {@code know} those who know it. */
    record Case(Absence absence, String name, String range, long know, long all) {}

    CoverPages(Covers covers, Whom whom, CoverLines lines, Staff staff, Diary diary) {
        this.covers = covers;
        this.whom = whom;
        this.lines = lines;
        this.staff = staff;
        this.diary = diary;
    }

    /** Cases are for those who run the desk, as all that names families is. */
    static void runningDesk() {
        if (!SignedIn.as(Role.COORDINATOR) && !SignedIn.as(Role.DIRECTOR)) {
            throw new AccessDeniedException("for those who run the desk");
        }
    }

    /** With the id of an absence that stands in the diary: its case, or the form filled in with it. */
    @GetMapping("/desk/cover")
    String all(AbsenceForm form, @RequestAttribute Frame frame, Model model) {
        runningDesk();
        Optional<Absence> known = form.noted().flatMap(covers::find);
        if (known.isPresent()) {
            return "redirect:/desk/cover/" + known.get().id();
        }
        AbsenceForm filled = form.noted()
                .flatMap(diary::absence)
                .map(noted -> AbsenceForm.of(noted, lines.zone()))
                .orElseGet(() -> form.orToday(lines.today()));
        return show(filled, frame.language(), model);
    }

    private String show(AbsenceForm form, Language language, Model model) {
        runningDesk();
        model.addAttribute("form", form)
                .addAttribute("people", people(language))
                .addAttribute("reasons", reasons())
                .addAttribute(
                        "cases",
                        covers.all().stream()
                                .map(absence -> row(absence, language))
                                .toList());
        return "cover/cover";
    }

    private Case row(Absence absence, Language language) {
        List<Affected> all = whom.of(absence);
        return new Case(
                absence,
                lines.person(absence.who(), language),
                lines.range(absence, language),
                all.stream().filter(one -> one.told().knows()).count(),
                all.stream()
                        .filter(one -> one.told() != Affected.Told.UNTOUCHED)
                        .count());
    }

    private List<Choice> people(Language language) {
        List<Choice> people = new ArrayList<>(List.of(Choice.key("", "cover.who.choose")));
        staff.all().stream()
                .filter(member -> diary.knows(member.id()))
                .forEach(member -> people.add(
                        Choice.text(member.id().toString(), member.name().in(language))));
        return people;
    }

    private static List<Choice> reasons() {
        List<Choice> reasons = new ArrayList<>(List.of(Choice.key("", "cover.why.none")));
        Arrays.stream(Absence.Why.values())
                .forEach(why -> reasons.add(Choice.key(why.code(), "cover.why." + why.code())));
        return reasons;
    }

    @PostMapping("/desk/cover")
    String open(AbsenceForm form, @RequestAttribute Frame frame, Model model, HttpServletResponse response) {
        runningDesk();
        Problems problems = new Problems();
        UUID who = form.person().filter(diary::knows).orElse(null);
        if (who == null) {
            problems.add("who", "cover.problem.who");
        }
        var range = form.range(lines.zone(), problems);
        if (who == null || range.isEmpty()) {
            model.addAttribute("problems", problems);
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return show(form, frame.language(), model);
        }
        Absence absence = covers.open(who, range.get().from(), range.get().to(), form.reason(), form.noted());
        boolean asAsked = absence.from().equals(range.get().from())
                && absence.to().equals(range.get().to());
        return "redirect:/desk/cover/" + absence.id() + (asAsked ? "?done=opened" : "?done=known");
    }
}
