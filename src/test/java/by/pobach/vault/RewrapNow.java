package by.pobach.vault;

import org.springframework.context.ApplicationContext;

/** The minute's round of a node, now: tests of the whole house do not wait for the clock. */
public final class RewrapNow {
    private RewrapNow() {}

    public static void on(ApplicationContext node) {
        node.getBean(Rewrapper.class).all();
    }
}
