package by.pobach.signin;

import by.pobach.web.Discreet;
import by.pobach.web.Problems;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the first administrator of a new installation says who they are. */
@Controller
@Discreet
class SetUpPages {
    private static final int LONGEST = 200;

    private final FirstAdministrator first;

    SetUpPages(FirstAdministrator first) {
        this.first = first;
    }

    @GetMapping("/set-up/{token}")
    String form(@PathVariable String token, Model model, HttpServletResponse response) {
        return first.isGood(token) ? form("", "", new Problems(), model) : over(response);
    }

    @PostMapping("/set-up/{token}")
    String setUp(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            Model model,
            HttpServletResponse response) {
        Problems problems = problems(name.strip(), email.strip());
        if (problems.isEmpty()) {
            switch (first.setUp(token, name.strip(), email.strip(), password)) {
                case READY -> {
                    return "redirect:/sign-in?next=/desk/settings";
                }
                case LINK_IS_OVER -> {
                    return over(response);
                }
                case PASSWORD_TOO_SHORT -> problems.add("password", "signin.password.short");
                case PASSWORD_TOO_LONG -> problems.add("password", "signin.password.long");
                case PASSWORD_TOO_SIMPLE -> problems.add("password", "signin.password.simple");
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(name, email, problems, model);
    }

    private static Problems problems(String name, String email) {
        var problems = new Problems();
        if (name.isEmpty() || name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
            problems.add("name", "signin.set-up.name.missing");
        }
        if (email.length() > LONGEST || !email.matches("[^\\s@<>\",;]+@[^\\s@<>\",;]+")) {
            problems.add("email", "signin.set-up.email.wrong");
        }
        return problems;
    }

    private static String form(String name, String email, Problems problems, Model model) {
        model.addAttribute("name", name);
        model.addAttribute("email", email);
        model.addAttribute("problems", problems);
        return "signin/set-up";
    }

    private static String over(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "signin/set-up-over";
    }
}
