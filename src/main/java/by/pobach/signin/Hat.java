package by.pobach.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** In which capacity somebody acts. One person may have both hats; each page wears one. */
enum Hat {
    /** Works here; the pages under {@code /desk}. */
    STAFF("staff:", "/desk", "/sign-in"),
    /** Has an account; the pages under {@code /family}. */
    PERSON("person:", "/family", "/family/sign-in");

    private final String prefix;
    private final String home;
    private final String signIn;

    Hat(String prefix, String home, String signIn) {
        this.prefix = prefix;
        this.home = home;
        this.signIn = signIn;
    }

    static Hat of(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals(PERSON.home) || path.startsWith(PERSON.home + "/") ? PERSON : STAFF;
    }

    String home() {
        return home;
    }

    String signIn() {
        return signIn;
    }

    String name(UUID id) {
        return prefix + id;
    }

    /** Empty for the name of the other hat. */
    Optional<UUID> id(@Nullable String name) {
        return name != null && name.startsWith(prefix)
                ? Optional.of(UUID.fromString(name.substring(prefix.length())))
                : Optional.empty();
    }
}
