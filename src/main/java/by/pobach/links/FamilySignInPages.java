package by.pobach.links;

import by.pobach.people.Contact;
import by.pobach.signin.GuessLimit;
import by.pobach.signin.HeldForm;
import by.pobach.signin.Next;
import by.pobach.signin.Sessions;
import by.pobach.signin.Sessions.Proof;
import by.pobach.web.Discreet;
import by.pobach.web.Frame;
import by.pobach.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** A family signs in: it says where to send a link, opens the link, and presses one button. */
@Controller
@Discreet
class FamilySignInPages {
    private static final String FORM = "links/sign-in";

    private final SignInLinks links;
    private final Sessions sessions;

    FamilySignInPages(SignInLinks links, Sessions sessions) {
        this.links = links;
        this.sessions = sessions;
    }

    @GetMapping("/family/sign-in")
    String form(@RequestParam(required = false) @Nullable String next, Model model) {
        return form("", Next.family(next), new Problems(), model);
    }

    @PostMapping("/family/sign-in")
    String ask(
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(required = false) @Nullable String next,
            @RequestParam(name = "held-for", required = false) @Nullable String heldFor,
            @RequestParam(defaultValue = "") String held,
            @RequestAttribute Frame frame,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        HeldForm.unpacked(heldFor, held).ifPresent(form -> model.addAttribute("held", form));
        String wanted = Next.family(next);
        return switch (links.ask(contact, frame.language(), wanted, request.getRemoteAddr())) {
            case SignInLinks.Asked.Posted posted -> {
                model.addAttribute("mail", posted.mail())
                        .addAttribute("leaves", posted.leaves())
                        .addAttribute("minutes", posted.goodFor().toMinutes())
                        .addAttribute("hours", posted.goodFor().toHours())
                        .addAttribute("next", wanted);
                yield "links/asked";
            }
            case SignInLinks.Asked.NoContact(var why) ->
                refused(contact, wanted, new Problems().add("contact", words(why)), model, response);
            case SignInLinks.Asked.NoTexts() ->
                refused(contact, wanted, new Problems().add("contact", "links.problem.no-texts"), model, response);
            case SignInLinks.Asked.TooMany() -> {
                var problems = new Problems().add("contact", "links.problem.too-many", GuessLimit.WINDOW.toMinutes());
                refused(contact, wanted, problems, model, response);
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(GuessLimit.WINDOW.toSeconds()));
                yield FORM;
            }
        };
    }

    /** Whoever sends a form when the session is over comes here with all of it; it waits in the page for the link. */
    @PostMapping("/family/sign-in/again")
    String again(@RequestParam("held-for") String heldFor, HttpServletRequest request, Model model) {
        HeldForm held = HeldForm.of(heldFor, request);
        model.addAttribute("held", held).addAttribute("again", held.again());
        return form("", Next.family(null), new Problems(), model);
    }

    @GetMapping("/family/sign-in/link/{token}")
    String look(@PathVariable String token, Model model, HttpServletResponse response) {
        return look(token, "", new Problems(), model, response);
    }

    private String look(String token, String name, Problems problems, Model model, HttpServletResponse response) {
        return switch (links.look(token)) {
            case SignInLinks.Seen.Good(var contact, var known) -> {
                model.addAttribute("contact", Masked.contact(contact))
                        .addAttribute("known", known)
                        .addAttribute("name", name)
                        .addAttribute("problems", problems);
                yield "links/link";
            }
            case SignInLinks.Seen.Used() -> over("used", model, response);
            case SignInLinks.Seen.Late() -> over("late", model, response);
            case SignInLinks.Seen.Unknown() -> over("unknown", model, response);
        };
    }

    @PostMapping("/family/sign-in/link/{token}")
    String enter(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String name,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        String called = "";
        if (links.look(token) instanceof SignInLinks.Seen.Good(var _, var known) && !known) {
            switch (Contact.name(name)) {
                case Contact.Good(var good) -> called = good;
                case Contact.Refused(var why) -> {
                    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                    return look(token, name, new Problems().add("name", nameWords(why)), model, response);
                }
            }
        }
        Optional<SignInLinks.Entered> entered = links.enter(token, called);
        if (entered.isEmpty()) {
            return look(token, name, new Problems(), model, response);
        }
        sessions.openFamily(entered.get().person(), Proof.ONE, request);
        return "redirect:" + entered.get().next();
    }

    private static String over(String how, Model model, HttpServletResponse response) {
        response.setStatus((how.equals("unknown") ? HttpStatus.NOT_FOUND : HttpStatus.GONE).value());
        model.addAttribute("how", how);
        return "links/over";
    }

    private static String refused(
            String contact, String next, Problems problems, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(contact, next, problems, model);
    }

    private static String words(Contact.Why why) {
        return why == Contact.Why.EMPTY || why == Contact.Why.NOT_A_PHONE ? "links.problem.contact" : why.key();
    }

    private static String nameWords(Contact.Why why) {
        return why == Contact.Why.EMPTY ? "links.problem.name" : why.key();
    }

    private static String form(String contact, String next, Problems problems, Model model) {
        model.addAttribute("contact", contact).addAttribute("next", next).addAttribute("problems", problems);
        return FORM;
    }
}
