package by.pobach.signin;

import by.pobach.people.StaffMember.Role;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who of the staff asks for this page. Known only under {@code /desk}: public pages do not look at the session. */
public final class SignedIn {
    private static final String PREFIX = "staff:";

    private SignedIn() {}

    /** The id of the signed-in staff member. */
    public static Optional<UUID> staffId() {
        Authentication now = SecurityContextHolder.getContext().getAuthentication();
        return now == null || !now.isAuthenticated() ? Optional.empty() : id(now.getName());
    }

    /** Whether the signed-in staff member has this role now. */
    public static boolean as(Role role) {
        Authentication now = SecurityContextHolder.getContext().getAuthentication();
        return now != null
                && now.getAuthorities().stream()
                        .anyMatch(right -> authority(role).equals(right.getAuthority()));
    }

    static String authority(Role role) {
        return "ROLE_" + role;
    }

    static String name(UUID staffId) {
        return PREFIX + staffId;
    }

    static Optional<UUID> id(@Nullable String name) {
        return name != null && name.startsWith(PREFIX)
                ? Optional.of(UUID.fromString(name.substring(PREFIX.length())))
                : Optional.empty();
    }
}
