package by.pobach.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a public form that another site sends in a visitor's name. The browser says where a form comes from
 * (Sec-Fetch-Site; older ones: Origin), so no token and no session are needed. A browser that says nothing, or hides it
 * as "null" because our own page forbids referrers, is let in: a public form carries no right of its own, the secret is
 * in its link.
 */
final class SameOrigin extends OncePerRequestFilter {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private final String ours;

    /** @param baseUrl where visitors reach the house; a proxy may have changed the host that we see */
    SameOrigin(String baseUrl) {
        this.ours = authority(baseUrl);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SAFE.contains(request.getMethod()) || fromHere(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private boolean fromHere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return OURS.contains(site);
        }
        String origin = request.getHeader("Origin");
        return origin == null || origin.equals("null") || sameHost(origin, request);
    }

    /** Compares host and port with what the visitor asked for; the scheme may differ behind a proxy that ends TLS. */
    private boolean sameHost(String origin, HttpServletRequest request) {
        String from = authority(origin);
        return !from.isEmpty() && (from.equalsIgnoreCase(request.getHeader("Host")) || from.equalsIgnoreCase(ours));
    }

    private static String authority(String url) {
        try {
            String authority = URI.create(url).getRawAuthority();
            return authority == null ? "" : authority;
        } catch (IllegalArgumentException notAnOrigin) {
            return "";
        }
    }
}
