package by.pobach.desk;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Whoever works here and came to a page that is not theirs reads why, and finds the way back to their own day. */
@ControllerAdvice(basePackageClasses = DeskDenied.class)
class DeskDenied {
    private final DeskLines lines;

    DeskDenied(DeskLines lines) {
        this.lines = lines;
    }

    /** Who is not signed in as staff is refused once more, by the house. What the frame asks of other pages is no. */
    @ExceptionHandler(AccessDeniedException.class)
    ModelAndView notYours() {
        return new ModelAndView(
                "desk/not-yours", Map.of("rights", lines.rights(), "arrived", false), HttpStatus.FORBIDDEN);
    }
}
