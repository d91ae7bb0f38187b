package by.pobach.signin;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Somebody of the staff who has signed in, for tests of pages behind the door. */
public final class AtDesk {
    private AtDesk() {}

    /**
     * @param name {@code staff:} and the id
     * @param roles as in {@code StaffMember.Role}
     */
    public static RequestPostProcessor as(String name, String... roles) {
        List<GrantedAuthority> rights = new ArrayList<>(List.of(new SimpleGrantedAuthority(Rights.IN)));
        Arrays.stream(roles)
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .forEach(rights::add);
        return user(name).authorities(rights);
    }
}
