package by.pobach.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Keeps how pages look for whoever the house knows, so that they look so on every machine. The module that knows who asks
 * implements it; everybody else has the cookie of their browser alone.
 */
public interface OwnLook {

    /**
     * Keeps what was chosen for whoever asks; for a stranger nothing.
     *
     * @param look as the cookie holds it; empty for what the house does by itself
     */
    void keep(String look, HttpServletRequest request);

    /** Dresses this browser in what was kept; of a look that there is no more only what is still known. */
    static void wear(String look, HttpServletRequest request, HttpServletResponse response) {
        Cookies.keepInSight(Look.NAME, Look.read(look).value(), request, response);
    }
}
