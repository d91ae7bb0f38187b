package by.pobach.signin;

import by.pobach.web.Actor;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;

/** Leads whoever lacks only the second step to its page, and back afterwards; refuses everybody else. */
final class ToSecondStep implements AccessDeniedHandler {
    /** Open to half a sign-in. */
    static final String[] PAGES = {"/desk/second-factor", "/desk/second-factor/**"};

    /** What nobody sees with a password alone: children, and what lets others in. */
    static final String[] DEMANDED = {
        "/desk/children", "/desk/children/**", "/desk/cards", "/desk/cards/**", "/desk/programs", "/desk/programs/**"
    };

    private static final Logger log = LoggerFactory.getLogger(ToSecondStep.class);

    private final AccessDeniedHandler refusal = new AccessDeniedHandlerImpl();

    static String leadingTo(String page) {
        return PAGES[0] + "?next=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException, ServletException {
        boolean lacksIt = SignedIn.staffId().isPresent() && !SignedIn.secondFactor();
        String form = ToSignIn.form(request, Hat.STAFF);
        if (!lacksIt || !asksForIt(request) || refused instanceof CsrfException) {
            log.warn("Refused {}: {}", Actor.current(), refused.getClass().getSimpleName());
            refusal.handle(request, response, refused);
        } else if (form != null) {
            ToSignIn.sendOn(response, again(form));
        } else {
            response.sendRedirect(leadingTo(ToSignIn.wanted(request, Hat.STAFF)));
        }
    }

    /** The page of the second step that holds a form meant for {@code action}. */
    static String again(String action) {
        return PAGES[0] + "/again?" + ToSignIn.HELD + "=" + URLEncoder.encode(action, StandardCharsets.UTF_8);
    }

    private static boolean asksForIt(HttpServletRequest request) {
        boolean half = !SignedIn.has(Rights.IN);
        String path = request.getRequestURI();
        return half
                || path.startsWith(PAGES[0] + "/")
                || Arrays.stream(DEMANDED).anyMatch(page -> matches(path, page));
    }

    private static boolean matches(String path, String page) {
        return page.endsWith("/**") ? path.startsWith(page.substring(0, page.length() - 2)) : path.equals(page);
    }
}
