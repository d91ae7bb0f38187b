package by.pobach.signin;

import by.pobach.people.Staff;
import by.pobach.people.StaffMember;
import by.pobach.web.Discreet;
import by.pobach.web.Frame;
import by.pobach.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** A password of one's own: by a link from the coordinator, or instead of the one that one has. */
@Controller
@Discreet
class PasswordPages {
    private final Invitations invitations;
    private final SignIn signIn;
    private final Passwords passwords;
    private final Staff staff;
    private final TransactionTemplate transaction;

    PasswordPages(
            Invitations invitations,
            SignIn signIn,
            Passwords passwords,
            Staff staff,
            PlatformTransactionManager transactions) {
        this.invitations = invitations;
        this.signIn = signIn;
        this.passwords = passwords;
        this.staff = staff;
        this.transaction = new TransactionTemplate(transactions);
    }

    @GetMapping("/set-up/password/{token}")
    String invited(
            @PathVariable String token, @RequestAttribute Frame frame, Model model, HttpServletResponse response) {
        Optional<StaffMember> member = invitations.member(token);
        if (member.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "signin/invitation-over";
        }
        model.addAttribute("name", member.get().name().in(frame.language()))
                .addAttribute("email", member.get().email());
        return "signin/invitation";
    }

    @PostMapping("/set-up/password/{token}")
    String accept(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            @RequestAttribute Frame frame,
            Model model,
            HttpServletResponse response) {
        Optional<Passwords.Answer> answer = invitations.use(token, password);
        if (answer.filter(Passwords.Answer.SET::equals).isPresent()) {
            return "redirect:/sign-in";
        }
        answer.ifPresent(why -> refuse(why, model, response));
        return invited(token, frame, model, response);
    }

    @GetMapping("/desk/password")
    String own(Model model) {
        model.addAttribute("email", me().email());
        return "signin/own-password";
    }

    private StaffMember me() {
        return SignedIn.staffId().flatMap(staff::find).orElseThrow(() -> new AccessDeniedException("not signed in"));
    }

    @PostMapping("/desk/password")
    String change(
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String password,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        StaffMember me =
                SignedIn.staffId().flatMap(staff::find).orElseThrow(() -> new AccessDeniedException("not signed in"));
        if (!(signIn.with(me.email(), old, request.getRemoteAddr()) instanceof SignIn.Outcome.Welcome)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problems", new Problems().add("old", "signin.own.wrong"));
            return own(model);
        }
        Passwords.Answer answer = transaction.execute(status -> passwords.set(me.id(), password));
        if (answer != Passwords.Answer.SET && answer != null) {
            refuse(answer, model, response);
            return own(model);
        }
        return "redirect:/sign-in";
    }

    private static void refuse(Passwords.Answer why, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("problems", new Problems().add("password", why.key()));
    }
}
