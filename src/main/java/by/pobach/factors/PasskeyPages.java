package by.pobach.factors;

import by.pobach.people.Staff;
import by.pobach.signin.Sessions;
import by.pobach.signin.SignedIn;
import by.pobach.web.Discreet;
import by.pobach.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** One's own passkeys: who has which, one more, one less. The same for both hats. */
@Controller
@Discreet
class PasskeyPages {
    private static final int LONGEST = 100;

    private final Passkeys passkeys;
    private final PasskeyTable table;
    private final StaffSteps steps;
    private final FactorReset letters;
    private final Staff staff;
    private final Sessions sessions;

    PasskeyPages(
            Passkeys passkeys,
            PasskeyTable table,
            StaffSteps steps,
            FactorReset letters,
            Staff staff,
            Sessions sessions) {
        this.passkeys = passkeys;
        this.table = table;
        this.steps = steps;
        this.letters = letters;
        this.staff = staff;
        this.sessions = sessions;
    }

    /** A passkey as its owner sees it. */
    record Line(String id, String label) {}

    @GetMapping({"/desk/passkeys", "/family/passkeys"})
    String list(HttpServletRequest request, Model model) {
        model.addAttribute("base", request.getRequestURI())
                .addAttribute("desk", SignedIn.staffId().isPresent())
                .addAttribute(
                        "passkeys",
                        table.of(me()).stream()
                                .map(one -> new Line(one.getCredentialId().toBase64UrlString(), one.getLabel()))
                                .toList());
        return "factors/passkeys";
    }

    @PostMapping(
            path = {"/desk/passkeys/question", "/family/passkeys/question"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String ask() {
        return passkeys.askToMake(me());
    }

    @PostMapping({"/desk/passkeys", "/family/passkeys"})
    String keep(
            @RequestParam(defaultValue = "") String label,
            @RequestParam(required = false) @Nullable UUID question,
            @RequestParam(defaultValue = "") String answer,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        String called = label.strip();
        Problems problems = new Problems();
        if (called.isEmpty() || called.length() > LONGEST || called.chars().anyMatch(Character::isISOControl)) {
            problems.add("label", "factors.passkeys.label.missing");
        } else if (question == null || !passkeys.keep(me(), question, answer, called)) {
            problems.add("label", "factors.passkeys.refused");
        }
        if (problems.isEmpty()) {
            // The device has just asked for a finger, a face or a number.
            sessions.provedTwice(request);
            SignedIn.staffId().flatMap(staff::find).ifPresent(member -> letters.tell(member, "passkey"));
            return "redirect:" + request.getRequestURI();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("problems", problems).addAttribute("label", label);
        return list(request, model);
    }

    @PostMapping({"/desk/passkeys/removal", "/family/passkeys/removal"})
    String remove(@RequestParam String passkey, HttpServletRequest request) {
        passkeys.remove(me(), Bytes.fromBase64(passkey).getBytes());
        return "redirect:" + request.getRequestURI().replaceFirst("/removal$", "");
    }

    /** Whoever has a second step must have taken it: nobody adds a key with half a sign-in. */
    private String me() {
        var member = SignedIn.staffId();
        if (member.isPresent()) {
            if (steps.isSetUp(member.get()) && !SignedIn.secondFactor()) {
                throw new AccessDeniedException("the second step first");
            }
            return PasskeyOwners.STAFF + member.get();
        }
        return PasskeyOwners.PERSON + SignedIn.personId().orElseThrow(() -> new AccessDeniedException("not signed in"));
    }
}
