package by.pobach.signin;

import by.pobach.signin.Sessions.Proof;
import by.pobach.web.Discreet;
import by.pobach.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in and out. Discreet, so that no shared browser keeps the name that was typed. */
@Controller
@Discreet
class SignInPages {
    private static final String FORM = "signin/sign-in";

    private final SignIn signIn;
    private final Sessions sessions;
    private final FormTokens tokens;
    private final StaffLooks looks;
    private final ObjectProvider<SecondStep> second;

    SignInPages(
            SignIn signIn, Sessions sessions, FormTokens tokens, StaffLooks looks, ObjectProvider<SecondStep> second) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.tokens = tokens;
        this.looks = looks;
        this.second = second;
    }

    @GetMapping("/sign-in")
    String form(@RequestParam(required = false) @Nullable String next, Model model) {
        return form("", next, new Problems(), model);
    }

    @PostMapping("/sign-in")
    String signIn(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(required = false) @Nullable String next,
            @RequestParam(name = ToSignIn.HELD, required = false) @Nullable String heldFor,
            @RequestParam(defaultValue = "") String held,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        HeldForm.unpacked(heldFor, held).ifPresent(form -> model.addAttribute("held", form));
        return switch (signIn.with(email, password, request.getRemoteAddr())) {
            case SignIn.Outcome.Welcome(var member) -> {
                boolean half = second.stream().anyMatch(step -> step.isSetUp(member.id()));
                sessions.openDesk(member.id(), half ? Proof.HALF : Proof.ONE, request);
                tokens.renew(request, response);
                looks.bringBack(member.id(), request, response);
                String to = ToSignIn.safe(next, Hat.STAFF);
                yield heldFor != null ? "signin/held" : "redirect:" + (half ? ToSecondStep.leadingTo(to) : to);
            }
            case SignIn.Outcome.NotKnown() -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield form(email, next, new Problems().add("email", "signin.problem.not-known"), model);
            }
            case SignIn.Outcome.TooMany() -> {
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(GuessLimit.WINDOW.toSeconds()));
                var problems = new Problems().add("email", "signin.problem.too-many", GuessLimit.WINDOW.toMinutes());
                yield form(email, next, problems, model);
            }
            case SignIn.Outcome.Busy() -> {
                response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
                response.setHeader(HttpHeaders.RETRY_AFTER, "5");
                yield form(email, next, new Problems().add("email", "signin.problem.busy"), model);
            }
        };
    }

    /** Whoever sends a form when the session is over comes here with all of it, and keeps it in any language. */
    @PostMapping("/sign-in/again")
    String again(@RequestParam(ToSignIn.HELD) String heldFor, HttpServletRequest request, Model model) {
        HeldForm held = HeldForm.of(heldFor, request);
        model.addAttribute("held", held);
        model.addAttribute("again", held.again());
        return form("", null, new Problems(), model);
    }

    /** Each hat has a sign-out of its own, for each has a session of its own. */
    @PostMapping({"/sign-out", "/family/sign-out"})
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        sessions.close(request);
        tokens.saveToken(null, request, response);
        // Whoever presses Back on a shared machine sees nothing of what was open.
        response.setHeader("Clear-Site-Data", "\"cache\"");
        return "redirect:/";
    }

    /** From the pages of one hat to those of the other; whoever did not sign in there yet is asked to. */
    @PostMapping("/hat")
    String change(@RequestParam(defaultValue = "") String to) {
        return "redirect:" + (to.equals("family") ? Hat.PERSON : Hat.STAFF).home();
    }

    private static String form(String email, @Nullable String next, Problems problems, Model model) {
        model.addAttribute("email", email);
        model.addAttribute("next", ToSignIn.safe(next, Hat.STAFF));
        model.addAttribute("problems", problems);
        return FORM;
    }
}
