package by.pobach.signin;

import by.pobach.web.Dates;
import by.pobach.web.Discreet;
import by.pobach.web.Frame;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Where one is signed in: each device, and until when this one. The same for both hats. */
@Controller
@Discreet
class SessionPages {
    private final SessionList list;
    private final Sessions sessions;
    private final Dates dates;
    private final ZoneId zone;

    SessionPages(SessionList list, Sessions sessions, Dates dates, @Value("${pobach.zone:Europe/Minsk}") ZoneId zone) {
        this.list = list;
        this.sessions = sessions;
        this.dates = dates;
        this.zone = zone;
    }

    /**
     * @param device a key of words
     * @param system the name that its maker gave it, or empty
     */
    record Line(String number, String device, String system, String since, String used, boolean here) {}

    @GetMapping({"/desk/sessions", "/family/sessions"})
    String show(HttpServletRequest request, @RequestAttribute Frame frame, Model model) {
        String here = id(request);
        model.addAttribute("base", request.getRequestURI())
                .addAttribute("home", Hat.of(request).home())
                .addAttribute(
                        "until",
                        sessions.until(request)
                                .map(until -> dates.moment(until, zone, frame.language()))
                                .orElse(""))
                .addAttribute(
                        "sessions",
                        list.of(who()).stream()
                                .map(open -> line(open, here, frame))
                                .toList());
        return "signin/sessions";
    }

    @PostMapping({"/desk/sessions/end", "/family/sessions/end"})
    String end(@RequestParam String number, HttpServletRequest request) {
        list.end(who(), number);
        return back(request);
    }

    @PostMapping({"/desk/sessions/others", "/family/sessions/others"})
    String endOthers(HttpServletRequest request) {
        list.endAllBut(who(), id(request));
        return back(request);
    }

    @PostMapping({"/desk/sessions/extension", "/family/sessions/extension"})
    String extend(@RequestParam(required = false) @Nullable String next, HttpServletRequest request) {
        boolean longer = sessions.extend(request);
        return longer && next != null ? "redirect:" + ToSignIn.safe(next, Hat.of(request)) : back(request);
    }

    private Line line(SessionList.Open open, String here, Frame frame) {
        return new Line(
                open.number(),
                open.device().key(),
                open.device().system(),
                dates.moment(open.since(), zone, frame.language()),
                dates.moment(open.used(), zone, frame.language()),
                open.id().equals(here));
    }

    private static String id(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? "" : session.getId();
    }

    private static String back(HttpServletRequest request) {
        return "redirect:" + Hat.of(request).home() + "/sessions";
    }

    private static String who() {
        var now = SecurityContextHolder.getContext().getAuthentication();
        if (now == null) {
            throw new AccessDeniedException("not signed in");
        }
        return now.getName();
    }
}
