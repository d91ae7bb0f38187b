package by.pobach.signin;

import by.pobach.people.StaffMember.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What somebody signed in may do, in the shape that the filters ask for. */
record Rights(String name, Collection<Role> roles) {
    /** May come to the pages of the hat. */
    static final String IN = "IN";
    /** Has taken the second step. */
    static final String SECOND = "SECOND";

    /** How long ago the last step of signing in was. */
    record Proved(Duration ago) {}

    /** Half a sign-in has a name and no right at all. */
    Authentication with(Sessions.Proof proof, Duration ago) {
        List<GrantedAuthority> rights = new ArrayList<>();
        if (proof != Sessions.Proof.HALF) {
            rights.add(new SimpleGrantedAuthority(IN));
            roles.forEach(role -> rights.add(new SimpleGrantedAuthority(authority(role))));
        }
        if (proof == Sessions.Proof.TWO) {
            rights.add(new SimpleGrantedAuthority(SECOND));
        }
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(name, null, rights);
        signedIn.setDetails(new Proved(ago));
        return signedIn;
    }

    static String authority(Role role) {
        return "ROLE_" + role;
    }
}
