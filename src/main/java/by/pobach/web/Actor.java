package by.pobach.web;

import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who acts now: the name that each transaction writes beside what it changes. Never anybody's name: a staff id
 * ({@code staff:…}), the id of a person with an account ({@code person:…}), of a program ({@code program:…}), {@code family} for
 * whoever holds a visit's link, {@code visitor}, or a job's name.
 */
public final class Actor {
    private static final ScopedValue<String> NAMED = ScopedValue.newInstance();
    private static final Pattern SIGNED_IN = Pattern.compile("(staff|person|program):[0-9a-f-]{36}");

    private Actor() {}

    /** The named actor of this scope, else who is signed in, else {@code visitor}. */
    public static String current() {
        if (NAMED.isBound()) {
            return NAMED.get();
        }
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null || !signedIn.isAuthenticated()) {
            return "visitor";
        }
        String name = signedIn.getName();
        return SIGNED_IN.matcher(name).matches() ? name : "visitor";
    }

    /** Runs a piece of work under a name of its own, such as {@code job:letters}. */
    public static <T> T as(String name, Supplier<T> work) {
        return ScopedValue.where(NAMED, name).call(work::get);
    }

    public static void as(String name, Runnable work) {
        ScopedValue.where(NAMED, name).run(work);
    }
}
