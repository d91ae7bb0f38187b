package by.pobach.signin;

import by.pobach.people.Staff;
import by.pobach.people.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps in the session only who signed in and when; roles are read anew at each request, so whoever leaves or changes a
 * role has lost the old rights with the next click. A session ends 21 hours after signing in, however busy:
 * never in the middle of a working day, and later than the twenty hours that WCAG 2.2.1 asks for.
 */
@Component
class StaffSessions implements SecurityContextRepository {
    static final String WHO = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;
    private static final String SINCE = "since";
    private static final Duration AT_MOST = Duration.ofHours(21);

    private final Staff staff;
    private final Clock clock;

    StaffSessions(Staff staff, Clock clock) {
        this.staff = staff;
        this.clock = clock;
    }

    /** Opens a session under a new id, so that an id planted before signing in is worth nothing. */
    void open(UUID staffId, HttpServletRequest request) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        HttpSession session = request.getSession(true);
        session.setAttribute(WHO, SignedIn.name(staffId));
        session.setAttribute(SINCE, clock.millis());
    }

    void close(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return load(holder.getRequest());
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // Only open() signs anybody in.
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return member(request).isPresent();
    }

    /** Who is signed in, for pages that are everybody's. */
    Optional<UUID> who(HttpServletRequest request) {
        return member(request).map(StaffMember::id);
    }

    private SecurityContext load(HttpServletRequest request) {
        return member(request).map(StaffSessions::context).orElseGet(SecurityContextImpl::new);
    }

    private Optional<StaffMember> member(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(SINCE) instanceof Long since)) {
            return Optional.empty();
        }
        boolean fresh = Instant.ofEpochMilli(since).plus(AT_MOST).isAfter(clock.instant());
        return fresh ? SignedIn.id((String) session.getAttribute(WHO)).flatMap(this::employed) : Optional.empty();
    }

    private Optional<StaffMember> employed(UUID id) {
        return staff.all().stream().filter(member -> member.id().equals(id)).findFirst();
    }

    private static SecurityContext context(StaffMember member) {
        var roles = member.roles().stream()
                .map(role -> new SimpleGrantedAuthority(SignedIn.authority(role)))
                .toList();
        return new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(SignedIn.name(member.id()), null, roles));
    }
}
