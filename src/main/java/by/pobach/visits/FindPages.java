package by.pobach.visits;

import by.pobach.people.Contact;
import by.pobach.web.Discreet;
import by.pobach.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A visit found by its code and the contact it was made with; and the full text of the consent. */
@Controller
@Discreet
class FindPages {
    private final Visits visits;
    private final Limits limits;

    FindPages(Visits visits, Limits limits) {
        this.visits = visits;
        this.limits = limits;
    }

    @GetMapping("/visit")
    ModelAndView ask() {
        return page("", "", null, HttpStatus.OK);
    }

    /** A wrong code and a wrong contact get the same answer, so that nobody learns which of them exists. */
    @PostMapping("/visit")
    ModelAndView find(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String contact,
            HttpServletRequest request) {
        if (!limits.mayLookUp(request.getRemoteAddr())) {
            return page(
                    code, contact, new Problems().add("code", "visits.find.too-many"), HttpStatus.TOO_MANY_REQUESTS);
        }
        String plain = code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
        Optional<String> token = Stream.of(Contact.email(contact), Contact.phone(contact))
                .flatMap(checked -> checked instanceof Contact.Good good ? Stream.of(good.value()) : Stream.empty())
                .flatMap(value -> visits.linkFor(plain, value).stream())
                .findFirst();
        if (token.isPresent() && !plain.isEmpty()) {
            return VisitPages.seeOther(token.get());
        }
        limits.failedLookUp(request.getRemoteAddr());
        return page(code, contact, new Problems().add("code", "visits.find.wrong"), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ModelAndView page(String code, String contact, @Nullable Problems problems, HttpStatus status) {
        ModelMap model = new ModelMap("code", code);
        model.addAttribute("contact", contact);
        model.addAttribute("problems", problems);
        return new ModelAndView("visits/find", model, status);
    }
}
