package by.pobach.programs;

import by.pobach.people.StaffMember.Role;
import by.pobach.signin.SignedIn;
import by.pobach.web.Dates;
import by.pobach.web.Discreet;
import by.pobach.web.Frame;
import by.pobach.web.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the director gives tokens to other programs. The page asks for a second step. */
@Controller
@Discreet
class ProgramPages {
    private static final int LONGEST_NAME = 100;

    private final Programs programs;
    private final ProgramTable table;
    private final Dates dates;
    private final ZoneId zone;

    ProgramPages(
            Programs programs, ProgramTable table, Dates dates, @Value("${pobach.zone:Europe/Minsk}") ZoneId zone) {
        this.programs = programs;
        this.table = table;
        this.dates = dates;
        this.zone = zone;
    }

    /** @param used the last day, or null */
    record Line(
            UUID id,
            String name,
            List<Scope> scopes,
            String until,
            @Nullable String used) {}

    @GetMapping("/desk/programs")
    String list(@RequestAttribute Frame frame, Model model) {
        mayGive();
        model.addAttribute("scopes", Scope.values())
                .addAttribute("chosen", model.getAttribute("chosen") == null ? List.of() : model.getAttribute("chosen"))
                .addAttribute("days", model.getAttribute("days") == null ? "90" : model.getAttribute("days"))
                .addAttribute(
                        "tokens",
                        table.good().stream().map(token -> line(token, frame)).toList());
        return "programs/programs";
    }

    @PostMapping("/desk/programs")
    String issue(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String days,
            @RequestParam(name = "scope", required = false) @Nullable List<String> scope,
            @RequestAttribute Frame frame,
            Model model,
            HttpServletResponse response) {
        mayGive();
        List<String> asked = scope == null ? List.of() : scope;
        List<Scope> scopes = Arrays.stream(Scope.values())
                .filter(one -> asked.contains(one.name()))
                .toList();
        Problems problems = problems(name.strip(), scopes, days.strip());
        if (problems.isEmpty()) {
            model.addAttribute("secret", programs.issue(name.strip(), scopes, Integer.parseInt(days.strip())))
                    .addAttribute("name", name.strip());
            return "programs/issued";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("problems", problems)
                .addAttribute("name", name)
                .addAttribute("days", days)
                .addAttribute("chosen", asked);
        return list(frame, model);
    }

    @PostMapping("/desk/programs/revocation")
    String revoke(@RequestParam UUID token) {
        mayGive();
        programs.revoke(token);
        return "redirect:/desk/programs";
    }

    private static Problems problems(String name, List<Scope> scopes, String days) {
        var problems = new Problems();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            problems.add("name", "programs.name.missing");
        }
        if (scopes.isEmpty()) {
            problems.add("scope", "programs.scope.missing");
        }
        if (!days.matches("\\d{1,3}") || Integer.parseInt(days) < 1 || Integer.parseInt(days) > Programs.LONGEST_DAYS) {
            problems.add("days", "programs.days.wrong", Programs.LONGEST_DAYS);
        }
        return problems;
    }

    private Line line(ProgramTable.Token token, Frame frame) {
        return new Line(
                token.id(),
                token.name(),
                token.scopes(),
                dates.day(token.expires().atZone(zone).toLocalDate(), frame.language()),
                token.usedOn() == null ? null : dates.day(token.usedOn(), frame.language()));
    }

    private static void mayGive() {
        if (!SignedIn.as(Role.DIRECTOR)) {
            throw new AccessDeniedException("tokens are given by the director");
        }
    }
}
