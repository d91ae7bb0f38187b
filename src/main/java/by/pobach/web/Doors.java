package by.pobach.web;

import org.springframework.core.Ordered;

/** The order in which a request passes the house's filters, all of them before Spring Security's (-100). */
final class Doors {
    static final int HEADERS = Ordered.HIGHEST_PRECEDENCE + 10;
    static final int FRAME = Ordered.HIGHEST_PRECEDENCE + 20;
    static final int THRESHOLD = Ordered.HIGHEST_PRECEDENCE + 30;

    private Doors() {}
}
