package by.pobach.web;

import java.util.function.Supplier;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who acts now: the name that each transaction writes beside what it changes. Never a child's or a family's name:
 * a staff id ({@code staff:…}), {@code family} for whoever holds a visit's link, {@code visitor}, or a job's name.
 */
public final class Actor {
    private static final ScopedValue<String> NAMED = ScopedValue.newInstance();

    private Actor() {}

    /** The named actor of this scope, else the signed-in staff member, else {@code visitor}. */
    public static String current() {
        if (NAMED.isBound()) {
            return NAMED.get();
        }
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null
                || !signedIn.isAuthenticated()
                || !signedIn.getName().startsWith("staff:")) {
            return "visitor";
        }
        return signedIn.getName();
    }

    /** Runs a piece of work under a name of its own, such as {@code job:letters}. */
    public static <T> T as(String name, Supplier<T> work) {
        return ScopedValue.where(NAMED, name).call(work::get);
    }

    public static void as(String name, Runnable work) {
        ScopedValue.where(NAMED, name).run(work);
    }
}
