package by.pobach.signin;

import by.pobach.people.Persons;
import by.pobach.people.Staff;
import by.pobach.people.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Opens and reads the sessions of both hats: staff under {@code /desk}, people under {@code /family}, each with a cookie of its
 * own, so that nobody ever has the rights of both at once. A session keeps only who signed in and when; roles are read anew at
 * each request, so whoever leaves or changes a role has lost the old rights with the next click. It ends 21 hours after signing
 * in, however busy: never in the middle of a working day, and later than the twenty hours that WCAG 2.2.1 asks for.
 */
@Component
public class Sessions implements SecurityContextRepository {
    static final String WHO = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;
    private static final String SINCE = "since";
    private static final String PROVED = "proved";
    private static final String SECOND = "second";
    private static final String HALF = "half";
    private static final Duration AT_MOST = Duration.ofHours(21);
    private static final Duration LONGEST = Duration.ofDays(3);
    /** How long before its end a page says that it ends. */
    private static final Duration WARNING = Duration.ofMinutes(60);

    /** How much of a sign-in is done. */
    public enum Proof {
        /** Something known or received: a password, a link, a card. */
        ONE,
        /** The same, of somebody who has set up a second step and has yet to take it: nothing opens but that step. */
        HALF,
        /** A second step, or a passkey that asked for a finger, a face or a number. */
        TWO
    }

    private final Staff staff;
    private final Persons persons;
    private final SessionList list;
    private final Clock clock;
    private final ZoneId zone;

    Sessions(
            Staff staff,
            Persons persons,
            SessionList list,
            Clock clock,
            @Value("${pobach.zone:Europe/Minsk}") ZoneId zone) {
        this.zone = zone;
        this.staff = staff;
        this.persons = persons;
        this.list = list;
        this.clock = clock;
    }

    /** Opens the session of a staff member under a new id, so that an id planted before signing in is worth nothing. */
    public void openDesk(UUID staffId, Proof proof, HttpServletRequest request) {
        open(Hat.STAFF.name(staffId), proof, request);
    }

    /** The same for a person with an account; only where the request comes to {@code /family}. */
    public void openFamily(UUID personId, Proof proof, HttpServletRequest request) {
        open(Hat.PERSON.name(personId), proof, request);
    }

    private void open(String who, Proof proof, HttpServletRequest request) {
        if (Hat.of(request).id(who).isEmpty()) {
            throw new IllegalStateException("a session is opened under the pages of its hat");
        }
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        list.makeRoom(who);
        HttpSession session = request.getSession(true);
        session.setAttribute(WHO, who);
        session.setAttribute(SINCE, clock.millis());
        session.setAttribute(PROVED, clock.millis());
        session.setAttribute(SECOND, proof == Proof.TWO);
        session.setAttribute(HALF, proof == Proof.HALF);
        session.setAttribute(SessionList.DEVICE, Device.of(request).name());
    }

    /** Whoever is signed in has just taken the second step, the first time or once more; the session gets a new id. */
    public void provedTwice(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(WHO) instanceof String)) {
            throw new IllegalStateException("nobody is signed in");
        }
        request.changeSessionId();
        session.setAttribute(PROVED, clock.millis());
        session.setAttribute(SECOND, true);
        session.setAttribute(HALF, false);
    }

    /** How long the session of this request lasts, as far as one is open. */
    Optional<Instant> until(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(SINCE) instanceof Long since
                ? Optional.of(Instant.ofEpochMilli(since).plus(AT_MOST))
                : Optional.empty();
    }

    /** Lets the session last for the whole time again, as often as somebody wishes within three days of signing in. */
    boolean extend(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        boolean young = session != null && session.getCreationTime() + LONGEST.toMillis() > clock.millis();
        if (session != null && young) {
            session.setAttribute(SINCE, clock.millis());
        }
        return young;
    }

    /** Ends what a staff member has begun without taking the second step, on all devices. */
    public void endHalf(UUID staffId) {
        list.endWhere(Hat.STAFF.name(staffId), session -> Boolean.TRUE.equals(session.getAttribute(HALF)));
    }

    /** Ends all sessions of a staff member. */
    public void endDesk(UUID staffId) {
        list.endWhere(Hat.STAFF.name(staffId), _ -> true);
    }

    /** Ends the session of this request. */
    public void close(HttpServletRequest request) {
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
        // Only opening a session signs anybody in.
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return load(request).getAuthentication() != null;
    }

    /** Who of the staff is signed in, for pages that are everybody's. */
    Optional<UUID> who(HttpServletRequest request) {
        return Optional.ofNullable(load(request).getAuthentication()).flatMap(known -> Hat.STAFF.id(known.getName()));
    }

    private SecurityContext load(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(SINCE) instanceof Long since)) {
            return new SecurityContextImpl();
        }
        boolean fresh = Instant.ofEpochMilli(since).plus(AT_MOST).isAfter(clock.instant());
        if (!fresh) {
            return new SecurityContextImpl();
        }
        if (Instant.ofEpochMilli(since).plus(AT_MOST).minus(WARNING).isBefore(clock.instant())) {
            request.setAttribute("staysUntil", Instant.ofEpochMilli(since).plus(AT_MOST));
            request.setAttribute("staysZone", zone);
        }
        return context(session, Hat.of(request));
    }

    /** The hat goes by the page: an id of a family's session in the cookie of the desk opens nothing. */
    private SecurityContext context(HttpSession session, Hat hat) {
        return hat.id((String) session.getAttribute(WHO))
                .flatMap(id -> rights(hat, id))
                .map(rights -> rights.with(proof(session), proved(session)))
                .<SecurityContext>map(SecurityContextImpl::new)
                .orElseGet(SecurityContextImpl::new);
    }

    private Optional<Rights> rights(Hat hat, UUID id) {
        return switch (hat) {
            case STAFF -> employed(id).map(member -> new Rights(hat.name(id), member.roles()));
            case PERSON -> persons.find(id).map(_ -> new Rights(hat.name(id), List.of()));
        };
    }

    private Optional<StaffMember> employed(UUID id) {
        return staff.all().stream().filter(member -> member.id().equals(id)).findFirst();
    }

    private static Proof proof(HttpSession session) {
        if (Boolean.TRUE.equals(session.getAttribute(HALF))) {
            return Proof.HALF;
        }
        return Boolean.TRUE.equals(session.getAttribute(SECOND)) ? Proof.TWO : Proof.ONE;
    }

    private Duration proved(HttpSession session) {
        return session.getAttribute(PROVED) instanceof Long at ? Duration.ofMillis(clock.millis() - at) : AT_MOST;
    }
}
