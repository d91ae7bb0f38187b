package by.pobach.factors;

import by.pobach.people.Staff;
import by.pobach.people.StaffMember;
import by.pobach.people.StaffMember.Role;
import by.pobach.signin.Next;
import by.pobach.signin.QrCode;
import by.pobach.signin.Sessions;
import by.pobach.signin.SignedIn;
import by.pobach.web.Discreet;
import by.pobach.web.Frame;
import by.pobach.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Setting up the second step, and helping somebody who has lost theirs. */
@Controller
@Discreet
class SecondFactorSetUp {
    private final SecondFactors factors;
    private final StaffSteps steps;
    private final FactorReset reset;
    private final Staff staff;
    private final Sessions sessions;

    SecondFactorSetUp(SecondFactors factors, StaffSteps steps, FactorReset reset, Staff staff, Sessions sessions) {
        this.factors = factors;
        this.steps = steps;
        this.reset = reset;
        this.staff = staff;
        this.sessions = sessions;
    }

    @GetMapping("/desk/second-factor/set-up")
    String about(@RequestParam(required = false) @Nullable String next, Model model) {
        StaffMember me = mayChange();
        model.addAttribute("next", Next.desk(next))
                .addAttribute("app", factors.hasApp(me.id()))
                .addAttribute("spares", factors.spares(me.id()))
                .addAttribute("helps", SignedIn.secondFactor() && runsTheCentre());
        return "factors/set-up";
    }

    @PostMapping("/desk/second-factor/set-up")
    String begin(@RequestParam(required = false) @Nullable String next, @RequestAttribute Frame frame, Model model) {
        StaffMember me = mayChange();
        factors.begin(me.id());
        return show(me, Next.desk(next), new Problems(), frame, model);
    }

    @PostMapping("/desk/second-factor/confirmation")
    String confirm(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(required = false) @Nullable String next,
            @RequestAttribute Frame frame,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        StaffMember me = mayChange();
        Optional<List<String>> spares = factors.confirm(me.id(), code);
        if (spares.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            OptionalLong off = factors.minutesOff(me.id(), code);
            var problems = off.isPresent()
                    ? new Problems().add("code", "factors.problem.clock-off", off.getAsLong())
                    : new Problems().add("code", "factors.problem.wrong");
            return show(me, Next.desk(next), problems, frame, model);
        }
        sessions.provedTwice(request);
        reset.tell(me, "set-up");
        return spares(spares.get(), Next.desk(next), model);
    }

    @PostMapping("/desk/second-factor/codes")
    String newSpares(Model model) {
        StaffMember me = mayChange();
        return factors.hasApp(me.id())
                ? spares(factors.spareCodes(me.id()), Next.desk(null), model)
                : "redirect:/desk/second-factor/set-up";
    }

    @GetMapping("/desk/second-factor/lost")
    String lost(Model model) {
        mayHelp();
        model.addAttribute("email", "");
        return "factors/lost";
    }

    /** Somebody has lost the telephone and the spare codes: both go, and the password alone leads to setting up again. */
    @PostMapping("/desk/second-factor/lost")
    String takeAway(@RequestParam(defaultValue = "") String email, Model model, HttpServletResponse response) {
        StaffMember helper = mayHelp();
        Optional<StaffMember> who =
                staff.byEmail(email).filter(member -> !member.id().equals(helper.id()));
        model.addAttribute("email", email);
        if (who.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problems", new Problems().add("email", "factors.lost.unknown"));
            return "factors/lost";
        }
        reset.takeAway(who.get());
        model.addAttribute("done", true).addAttribute("email", "");
        return "factors/lost";
    }

    private String show(StaffMember me, String next, Problems problems, Frame frame, Model model) {
        Optional<String> secret = factors.pending(me.id());
        if (secret.isEmpty()) {
            return "redirect:/desk/second-factor/set-up";
        }
        String label = URLEncoder.encode("Pobach:" + me.email(), StandardCharsets.UTF_8);
        model.addAttribute("qr", QrCode.of("otpauth://totp/" + label + "?secret=" + secret.get() + "&issuer=Pobach"))
                .addAttribute("key", secret.get().replaceAll("(.{4})(?!$)", "$1 "))
                .addAttribute("next", next)
                .addAttribute("problems", problems);
        if (frame.demo()) {
            model.addAttribute("example", factors.exampleNumber(me.id()).orElse(null));
        }
        return "factors/confirm";
    }

    private static String spares(List<String> codes, String next, Model model) {
        model.addAttribute("codes", codes).addAttribute("next", next);
        return "factors/codes";
    }

    /** Whoever has a second step must have taken it: half a sign-in cannot put another in its place. */
    private StaffMember mayChange() {
        StaffMember me =
                SignedIn.staffId().flatMap(staff::find).orElseThrow(() -> new AccessDeniedException("not signed in"));
        if (steps.isSetUp(me.id()) && !SignedIn.secondFactor()) {
            throw new AccessDeniedException("the second step first");
        }
        return me;
    }

    private StaffMember mayHelp() {
        if (!SignedIn.secondFactor() || !runsTheCentre()) {
            throw new AccessDeniedException("for the coordinator and the director");
        }
        return mayChange();
    }

    private static boolean runsTheCentre() {
        return SignedIn.as(Role.COORDINATOR) || SignedIn.as(Role.DIRECTOR);
    }
}
