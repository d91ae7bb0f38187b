package by.pobach.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;

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

    /** An address of this house, path and query, as it came; or what stands instead when it leads anywhere else. */
    static String own(@Nullable String address, String instead) {
        return address != null && isOwn(address) ? address : instead;
    }

    private static boolean isOwn(String address) {
        // A browser reads a backslash as a slash, and two slashes as another host.
        if (!address.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*")) {
            return false;
        }
        try {
            URI uri = URI.create(address);
            return uri.getRawAuthority() == null && uri.getScheme() == null;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
