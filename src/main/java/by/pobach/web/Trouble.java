package by.pobach.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;

/** What can go wrong on the way to a page, as people are told it. The number is the HTTP status its words are kept under. */
enum Trouble {
    MALFORMED(400),
    NOT_ALLOWED(403),
    NOT_FOUND(404),
    METHOD(405),
    TOO_LARGE(413),
    TOO_MANY(429),
    BROKEN(500),
    UNAVAILABLE(503);

    private final int status;

    Trouble(int status) {
        this.status = status;
    }

    static Trouble of(int status) {
        return Arrays.stream(values())
                .filter(trouble -> trouble.status == status)
                .findFirst()
                .orElse(status == 401 ? NOT_ALLOWED : status < 500 ? MALFORMED : BROKEN);
    }

    /** The status of the error being shown; whoever opens the error page by hand finds nothing there. */
    static int status(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return status instanceof Integer code ? code : NOT_FOUND.status;
    }

    public String title() {
        return "web.error." + status + ".title";
    }

    public String text() {
        return "web.error." + status + ".text";
    }

    /** The stable name that programs go by. */
    public String type() {
        return "/problems/" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
