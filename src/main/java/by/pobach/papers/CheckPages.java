package by.pobach.papers;

import by.pobach.papers.Paper.Number;
import by.pobach.visits.Visit;
import by.pobach.visits.Visits;
import by.pobach.web.Discreet;
import by.pobach.web.Frame;
import by.pobach.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where a school asks whether a certificate is ours. Number and code together get the day of issue and the day of the visit;
 * whatever else was asked gets one and the same answer, and only so many wrong ones a minute from one address.
 */
@Controller
@Discreet
class CheckPages {
    private final Papers papers;
    private final PaperTable table;
    private final PaperCodes codes;
    private final Sheets sheets;
    private final Visits visits;
    private final Clock clock;
    private final int failures;

    CheckPages(
            Papers papers,
            PaperTable table,
            PaperCodes codes,
            Sheets sheets,
            Visits visits,
            Clock clock,
            @Value("${pobach.papers.failed-lookups:30}") int failures) {
        this.papers = papers;
        this.table = table;
        this.codes = codes;
        this.sheets = sheets;
        this.visits = visits;
        this.clock = clock;
        this.failures = failures;
    }

    @GetMapping("/papers/check")
    ModelAndView ask() {
        return page("", "", new ModelMap(), HttpStatus.OK);
    }

    @PostMapping("/papers/check")
    ModelAndView check(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String code,
            @RequestAttribute Frame frame,
            HttpServletRequest request) {
        byte[] who = codes.hash("check/" + request.getRemoteAddr());
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        if (table.failures(who, minute) >= failures) {
            return refused(number, code, "papers.check.too-many", HttpStatus.TOO_MANY_REQUESTS);
        }
        String letters = code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
        Optional<Paper> found =
                Number.of(number).flatMap(papers::find).filter(paper -> codes.fits(paper.visit(), letters));
        Optional<Visit> visit =
                found.flatMap(paper -> visits.find(paper.visit())).filter(Papers::kept);
        if (found.isEmpty() || visit.isEmpty()) {
            table.failed(who, minute);
            return refused(number, code, "papers.check.wrong", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        ModelMap answer = new ModelMap("issued", sheets.day(found.get().issuedAt(), frame.language()))
                .addAttribute("day", sheets.day(visit.get().start(), frame.language()));
        return page(number, code, answer, HttpStatus.OK);
    }

    private static ModelAndView refused(String number, String code, String why, HttpStatus status) {
        return page(number, code, new ModelMap("problems", new Problems().add("number", why)), status);
    }

    private static ModelAndView page(String number, String code, ModelMap more, HttpStatus status) {
        ModelMap model = new ModelMap("number", number).addAttribute("code", code);
        model.addAllAttributes(more);
        return new ModelAndView("papers/check", model, status);
    }
}
