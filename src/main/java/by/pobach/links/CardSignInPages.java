package by.pobach.links;

import by.pobach.signin.GuessLimit;
import by.pobach.signin.Next;
import by.pobach.signin.Sessions;
import by.pobach.signin.Sessions.Proof;
import by.pobach.web.Discreet;
import by.pobach.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in with a card: its square leads to a page with one button, its letters may be copied. */
@Controller
@Discreet
class CardSignInPages {
    private static final String FORM = "links/card-sign-in";

    private final Cards cards;
    private final Sessions sessions;

    CardSignInPages(Cards cards, Sessions sessions) {
        this.cards = cards;
        this.sessions = sessions;
    }

    @GetMapping("/family/sign-in/card")
    String form(Model model) {
        return form("", false, new Problems(), model);
    }

    /** From a camera; looking changes nothing and tells nothing. */
    @GetMapping("/family/sign-in/card/{code}")
    String scanned(@PathVariable String code, Model model) {
        return form(code, true, new Problems(), model);
    }

    @PostMapping("/family/sign-in/card")
    String enter(
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (cards.use(code, request.getRemoteAddr())) {
            case Cards.Used.Welcome(var person) -> {
                sessions.openFamily(person, Proof.ONE, request);
                yield "redirect:" + Next.family(null);
            }
            case Cards.Used.Unknown() -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield form(code, false, new Problems().add("code", "links.card.problem"), model);
            }
            case Cards.Used.TooMany() -> {
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(GuessLimit.WINDOW.toSeconds()));
                var problems = new Problems().add("code", "links.card.too-many", GuessLimit.WINDOW.toMinutes());
                yield form(code, false, problems, model);
            }
        };
    }

    private static String form(String code, boolean scanned, Problems problems, Model model) {
        model.addAttribute("code", code).addAttribute("scanned", scanned).addAttribute("problems", problems);
        return FORM;
    }
}
