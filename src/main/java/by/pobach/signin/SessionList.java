package by.pobach.signin;

import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** The open sessions of one hat of one person, to be looked at and ended by the owner. */
@Component
class SessionList {
    static final String DEVICE = "device";
    /** More than anybody has devices; the one that was used longest ago gives way, and nobody is refused for it. */
    static final int MOST = 12;

    private final ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> kept;

    /**
     * One open session.
     *
     * @param number what a form calls it by: never the id, which would open it
     */
    record Open(String id, String number, Device device, Instant since, Instant used) {}

    SessionList(ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> kept) {
        this.kept = kept;
    }

    /** The last used first. */
    List<Open> of(String who) {
        Map<String, ? extends Session> all = kept.getObject().findByPrincipalName(who);
        return all.values().stream()
                .filter(session -> !session.isExpired())
                .map(SessionList::open)
                .sorted(Comparator.comparing(Open::used).reversed())
                .toList();
    }

    /** Before one more begins. */
    void makeRoom(String who) {
        of(who).stream().skip(MOST - 1L).forEach(this::end);
    }

    /** Ends one of them; false when there is none with this number. */
    boolean end(String who, String number) {
        Optional<Open> wanted =
                of(who).stream().filter(open -> open.number().equals(number)).findFirst();
        wanted.ifPresent(this::end);
        return wanted.isPresent();
    }

    void endAllBut(String who, String id) {
        of(who).stream().filter(open -> !open.id().equals(id)).forEach(this::end);
    }

    void endWhere(String who, Predicate<Session> which) {
        Map<String, ? extends Session> all = kept.getObject().findByPrincipalName(who);
        all.values().stream().filter(which).forEach(session -> kept.getObject().deleteById(session.getId()));
    }

    private void end(Open open) {
        kept.getObject().deleteById(open.id());
    }

    private static Open open(Session session) {
        String device = session.getAttribute(DEVICE);
        return new Open(
                session.getId(),
                HexFormat.of().formatHex(Secrets.hash(session.getId()), 0, 8),
                device == null ? Device.OTHER : Device.valueOf(device),
                session.getCreationTime(),
                session.getLastAccessedTime());
    }
}
