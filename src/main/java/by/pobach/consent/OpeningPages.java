package by.pobach.consent;

import by.pobach.people.Staff;
import by.pobach.places.Centre;
import by.pobach.web.Dates;
import by.pobach.web.Discreet;
import by.pobach.web.Language;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
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

/** Which pages were opened in danger; coordinators see that, an officer looks at each and says when a family hears of it. */
@Controller
@Discreet
@RequestMapping(OpeningPages.HERE)
class OpeningPages {
    static final String HERE = DangerPages.HERE + "/openings";
    private static final int LONGEST = 1_000;

    private final Dangers dangers;
    private final Staff staff;
    private final Dates dates;
    private final Centre centre;
    private final Clock clock;

    OpeningPages(Dangers dangers, Staff staff, Dates dates, Centre centre, Clock clock) {
        this.dangers = dangers;
        this.staff = staff;
        this.dates = dates;
        this.centre = centre;
        this.clock = clock;
    }

    /**
     * @param reason for an officer only
     * @param family what the family knows, as a message
     */
    record Line(
            UUID id,
            String when,
            String who,
            String reason,
            boolean reviewed,
            String family,
            boolean toReview,
            boolean toTell) {}

    @GetMapping
    ModelAndView all(@RequestParam(defaultValue = "") String done, Locale locale) {
        UUID me = DangerPages.me();
        if (!dangers.hears(me)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        boolean officer = dangers.isOfficer(me);
        List<Line> lines = dangers.all().stream()
                .map(one -> line(one, me, officer, Language.of(locale)))
                .toList();
        ModelMap model = new ModelMap("lines", lines)
                .addAttribute("late", officer ? dangers.late() : 0)
                .addAttribute("today", LocalDate.now(clock.withZone(zone())).toString())
                .addAttribute(
                        "done", done.equals("kept") || done.equals("refused") ? "consent.openings." + done : null);
        return new ModelAndView("consent/openings", model);
    }

    private Line line(Opening one, UUID me, boolean officer, Language language) {
        boolean theirs = officer && !one.staff().equals(me);
        boolean withheld = one.withheld(clock.instant());
        String family = !withheld ? "knows" : one.tellAt() == null ? "waits" : "later";
        return new Line(
                one.id(),
                dates.moment(one.at(), zone(), language),
                staff.find(one.staff())
                        .map(member -> member.name().in(language))
                        .orElse(""),
                officer ? one.reason() : "",
                one.reviewed() != null,
                "consent.openings.family." + family,
                theirs && one.reviewed() == null,
                theirs && withheld);
    }

    @PostMapping("/{id}/review")
    ModelAndView review(@PathVariable UUID id, @RequestParam(defaultValue = "") String words) {
        UUID me = officer();
        return back(isSaid(words) && dangers.review(me, id, words.strip()));
    }

    /** @param day the first day on which the family knows; today or earlier is at once */
    @PostMapping("/{id}/telling")
    ModelAndView tell(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String reason) {
        UUID me = officer();
        try {
            Instant at = LocalDate.parse(day).atStartOfDay(zone()).toInstant();
            return back(isSaid(reason) && dangers.tellFamily(me, id, at, reason.strip()));
        } catch (DateTimeException noDay) {
            return back(false);
        }
    }

    private UUID officer() {
        UUID me = DangerPages.me();
        if (!dangers.isOfficer(me)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return me;
    }

    private static boolean isSaid(String words) {
        return !words.isBlank() && words.length() <= LONGEST;
    }

    private static ModelAndView back(boolean kept) {
        return new ModelAndView("redirect:" + HERE + "?done=" + (kept ? "kept" : "refused"));
    }

    private ZoneId zone() {
        return centre.facts().zone();
    }
}
