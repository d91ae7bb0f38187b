package by.pobach.factors;

import by.pobach.signin.GuessLimit;
import by.pobach.signin.HeldForm;
import by.pobach.signin.Next;
import by.pobach.signin.Sessions;
import by.pobach.signin.SignedIn;
import by.pobach.web.Discreet;
import by.pobach.web.Frame;
import by.pobach.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The second step: whoever has one is asked for it, whoever has none is led to set it up. Open to half a sign-in. */
@Controller
@Discreet
class SecondFactorPages {
    private static final String FORM = "factors/second";

    private final SecondFactors factors;
    private final StaffSteps steps;
    private final Sessions sessions;

    SecondFactorPages(SecondFactors factors, StaffSteps steps, Sessions sessions) {
        this.factors = factors;
        this.steps = steps;
        this.sessions = sessions;
    }

    @GetMapping("/desk/second-factor")
    String ask(@RequestParam(required = false) @Nullable String next, @RequestAttribute Frame frame, Model model) {
        return steps.isSetUp(me())
                ? form(Next.desk(next), new Problems(), frame, model)
                : "redirect:/desk/second-factor/set-up?next=" + Next.desk(next);
    }

    /** Whoever sent a form before the second step comes here with all of it. */
    @PostMapping("/desk/second-factor/again")
    String again(
            @RequestParam("held-for") String heldFor,
            @RequestAttribute Frame frame,
            HttpServletRequest request,
            Model model) {
        HeldForm held = HeldForm.of(heldFor, request);
        model.addAttribute("held", held).addAttribute("again", "/desk/second-factor/again?held-for=" + held.action());
        return form(Next.desk(null), new Problems(), frame, model);
    }

    @PostMapping("/desk/second-factor")
    String pass(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(required = false) @Nullable String next,
            @RequestParam(name = "held-for", required = false) @Nullable String heldFor,
            @RequestParam(defaultValue = "") String held,
            @RequestAttribute Frame frame,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        UUID me = me();
        Optional<HeldForm> form = HeldForm.unpacked(heldFor, held);
        form.ifPresent(kept -> model.addAttribute("held", kept));
        SecondFactors.Answer answer = factors.pass(me, code, request.getRemoteAddr());
        String problem = switch (answer.outcome()) {
            case PASSED -> "";
            case WRONG -> "factors.problem.wrong";
            case REPLAYED -> "factors.problem.replayed";
            case CLOCK_OFF -> "factors.problem.clock-off";
            case TOO_MANY -> "factors.problem.too-many";
        };
        if (problem.isEmpty()) {
            sessions.provedTwice(request);
            return form.isPresent() ? "signin/held" : "redirect:" + Next.desk(next);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        if (answer.outcome() == SecondFactors.Outcome.TOO_MANY) {
            // Nobody sits half inside and waits until the next round of guesses.
            sessions.endHalf(me);
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(GuessLimit.WINDOW.toSeconds()));
        }
        long number = answer.minutes() > 0 ? answer.minutes() : GuessLimit.WINDOW.toMinutes();
        return form(Next.desk(next), new Problems().add("code", problem, number), frame, model);
    }

    private String form(String next, Problems problems, Frame frame, Model model) {
        model.addAttribute("next", next)
                .addAttribute("passkey", steps.hasPasskey(me()) && !model.containsAttribute("held"))
                .addAttribute("problems", problems);
        if (frame.demo()) {
            model.addAttribute("example", factors.exampleNumber(me()).orElse(null));
        }
        return FORM;
    }

    private static UUID me() {
        return SignedIn.staffId().orElseThrow(() -> new AccessDeniedException("not signed in"));
    }
}
