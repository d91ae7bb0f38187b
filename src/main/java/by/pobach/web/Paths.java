package by.pobach.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** Which face of the house a request came to. */
final class Paths {
    private Paths() {}

    static boolean isApi(HttpServletRequest request) {
        return of(request).startsWith("/api/");
    }

    /** The path that was asked for, also while its error is being shown. */
    static String of(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request.getRequestURI() : failed.toString();
    }
}
