package by.pobach.consent;

import by.pobach.families.Access;
import by.pobach.families.Action;
import by.pobach.families.Bonds;
import by.pobach.families.Decision;
import by.pobach.families.Decision.Rule;
import by.pobach.families.Who;
import by.pobach.journal.Journal;
import by.pobach.people.Staff;
import by.pobach.people.StaffMember;
import by.pobach.people.StaffMember.Role;
import by.pobach.web.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A child’s page is opened in danger by whoever of the staff says why. It is theirs to read for sixty minutes, others hear of it at
 * once, and an officer looks at it afterwards. The second step of signing in is asked for by the page.
 */
@Component
class Dangers implements Access.Withheld {
    static final int SHORTEST_REASON = 20;
    private static final Duration OPEN = Duration.ofMinutes(60);
    private static final Duration TO_REVIEW = Duration.ofDays(7);
    private static final int A_PAGE = 100;

    private final OpeningTable table;
    private final Access access;
    private final Bonds bonds;
    private final Staff staff;
    private final Journal journal;
    private final DangerLetters letters;
    private final Clock clock;

    Dangers(
            OpeningTable table,
            Access access,
            Bonds bonds,
            Staff staff,
            Journal journal,
            DangerLetters letters,
            Clock clock) {
        this.table = table;
        this.access = access;
        this.bonds = bonds;
        this.staff = staff;
        this.journal = journal;
        this.letters = letters;
        this.clock = clock;
    }

    /** One’s own relatives stay closed in danger too: a colleague opens. */
    @Transactional
    DangerOutcome open(UUID me, Optional<UUID> found, String reason, boolean fromHome) {
        if (reason.strip().length() < SHORTEST_REASON) {
            return new DangerOutcome.ReasonShort();
        }
        return found.filter(child -> mayBeOpened(me, child))
                .<DangerOutcome>map(child -> opened(me, child, reason.strip(), fromHome))
                .orElseGet(DangerOutcome.NobodyFound::new);
    }

    private boolean mayBeOpened(UUID me, UUID child) {
        return !(access.may(new Who.Colleague(me), Action.KNOW, child) instanceof Decision.Refused(var by))
                || by == Rule.A_ROLE_ALONE_OPENS_NOTHING;
    }

    private DangerOutcome opened(UUID me, UUID child, String reason, boolean fromHome) {
        UUID id = Ids.next();
        bonds.assign(child, me, "danger", id, clock.instant().plus(OPEN));
        table.add(id, child, me, reason, fromHome);
        journal.note(child, "open-in-danger", by.pobach.families.Purpose.DANGER.word(), id);
        letters.tellStaff(
                id,
                staff.all().stream()
                        .filter(member -> hears(member) && !member.id().equals(me))
                        .toList());
        if (!fromHome) {
            letters.tellFamily(id, child);
        }
        return new DangerOutcome.Opened(child, id);
    }

    private boolean hears(StaffMember member) {
        return member.is(Role.COORDINATOR) || isOfficer(member);
    }

    /** Where the Centre named no officer the director is one: somebody always looks. */
    private boolean isOfficer(StaffMember member) {
        boolean named = staff.all().stream().anyMatch(one -> one.is(Role.PROTECTION_OFFICER));
        return member.is(named ? Role.PROTECTION_OFFICER : Role.DIRECTOR);
    }

    /** Whether somebody sees that pages were opened: those who are told. */
    boolean hears(UUID me) {
        return staff.find(me).filter(this::hears).isPresent();
    }

    boolean isOfficer(UUID me) {
        return staff.find(me).filter(this::isOfficer).isPresent();
    }

    /** Those nobody looked at first. */
    @Transactional
    List<Opening> all() {
        return table.all(A_PAGE);
    }

    /** How many nobody looked at within seven days. */
    int late() {
        return table.unreviewedBefore(clock.instant().minus(TO_REVIEW));
    }

    /** Looked at; false when it is not theirs to, since they opened it themselves, or somebody did before. */
    @Transactional
    boolean review(UUID me, UUID opening, String words) {
        return theirs(me, opening).filter(one -> table.review(one, words)).isPresent();
    }

    /** The family knows from that moment on, and is written to; false when it is not theirs to say, or the family knows. */
    @Transactional
    boolean tellFamily(UUID me, UUID opening, Instant at, String reason) {
        Optional<Opening> found = theirs(me, opening).filter(one -> one.withheld(clock.instant()));
        found.ifPresent(one -> {
            table.tell(one, at, reason);
            if (!at.isAfter(clock.instant())) {
                letters.tellFamily(one.id(), one.child());
            }
        });
        return found.isPresent();
    }

    private Optional<Opening> theirs(UUID me, UUID opening) {
        return isOfficer(me) ? table.find(opening).filter(one -> !one.staff().equals(me)) : Optional.empty();
    }

    /** Writes to families whose day came since; writing again changes nothing. */
    @Transactional
    void tellThoseWhoseDayCame() {
        Instant now = clock.instant();
        table.toTell(now.minus(TO_REVIEW), now).forEach(one -> letters.tellFamily(one.id(), one.child()));
    }

    @Override
    public Set<UUID> of(UUID child) {
        Instant now = clock.instant();
        return table.fromHome(child).stream()
                .filter(opening -> opening.withheld(now))
                .map(Opening::id)
                .collect(Collectors.toUnmodifiableSet());
    }
}
