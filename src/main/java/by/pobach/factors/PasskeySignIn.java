package by.pobach.factors;

import by.pobach.signin.Next;
import by.pobach.signin.Sessions;
import by.pobach.signin.Sessions.Proof;
import by.pobach.web.Discreet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Signing in with a passkey, under either hat; it counts as both steps. */
@Controller
@Discreet
class PasskeySignIn {
    private final Passkeys passkeys;
    private final Sessions sessions;

    PasskeySignIn(Passkeys passkeys, Sessions sessions) {
        this.passkeys = passkeys;
        this.sessions = sessions;
    }

    @PostMapping(
            path = {"/sign-in/passkey/question", "/family/sign-in/passkey/question"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String ask() {
        return passkeys.askToSignIn();
    }

    @PostMapping("/sign-in/passkey")
    String staff(
            @RequestParam(required = false) @Nullable UUID question,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(required = false) @Nullable String next,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<UUID> who = heard(PasskeyOwners.STAFF, question, answer);
        if (who.isEmpty()) {
            return refused("/sign-in", model, response);
        }
        sessions.openDesk(who.get(), Proof.TWO, request);
        return "redirect:" + Next.desk(next);
    }

    @PostMapping("/family/sign-in/passkey")
    String family(
            @RequestParam(required = false) @Nullable UUID question,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(required = false) @Nullable String next,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<UUID> who = heard(PasskeyOwners.PERSON, question, answer);
        if (who.isEmpty()) {
            return refused("/family/sign-in", model, response);
        }
        sessions.openFamily(who.get(), Proof.TWO, request);
        return "redirect:" + Next.family(next);
    }

    private Optional<UUID> heard(String hat, @Nullable UUID question, String answer) {
        return question == null ? Optional.empty() : passkeys.signIn(hat, question, answer);
    }

    private static String refused(String otherWay, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("otherWay", otherWay);
        return "factors/passkey-refused";
    }
}
