package by.pobach.signin;

import by.pobach.people.StaffMember.Role;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who asks for this page: somebody of the staff under {@code /desk}, a person with an account under {@code /family}, never both.
 * Public pages do not look at the session.
 */
public final class SignedIn {
    private SignedIn() {}

    /** The id of the signed-in staff member. */
    public static Optional<UUID> staffId() {
        return now().flatMap(now -> Hat.STAFF.id(now.getName()));
    }

    /** The id of the signed-in person, as {@code people.Persons} knows it. */
    public static Optional<UUID> personId() {
        return now().flatMap(now -> Hat.PERSON.id(now.getName()));
    }

    /** Whether the signed-in staff member has this role now. */
    public static boolean as(Role role) {
        return has(Rights.authority(role));
    }

    /** Whether a program asks that was let in for this, such as {@code figures}. */
    public static boolean scope(String code) {
        return has("SCOPE_" + code);
    }

    /** Whether this session passed a second step, or a passkey that asked for a finger, a face or a number. */
    public static boolean secondFactor() {
        return has(Rights.SECOND);
    }

    /** Whether the last step of signing in was taken no longer ago than this. */
    public static boolean lately(Duration atMost) {
        return now().map(Authentication::getDetails)
                .filter(Rights.Proved.class::isInstance)
                .map(Rights.Proved.class::cast)
                .filter(proved -> proved.ago().compareTo(atMost) <= 0)
                .isPresent();
    }

    static boolean has(String right) {
        return now().stream()
                .flatMap(now -> now.getAuthorities().stream())
                .anyMatch(given -> right.equals(given.getAuthority()));
    }

    private static Optional<Authentication> now() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(Authentication::isAuthenticated);
    }
}
