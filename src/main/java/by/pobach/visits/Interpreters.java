package by.pobach.visits;

import by.pobach.diary.Diary;
import by.pobach.diary.HoldOutcome;
import by.pobach.diary.Search;
import by.pobach.diary.Slot;
import by.pobach.diary.Team;
import by.pobach.diary.Team.Candidate;
import by.pobach.diary.Team.Part;
import by.pobach.diary.Team.Role;
import by.pobach.offers.Services;
import by.pobach.people.StaffMember;
import by.pobach.places.Centre;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds an interpreter of Belarusian Sign Language for a visit whose time is kept already. */
@Component
public class Interpreters {
    private final Services services;
    private final Diary diary;
    private final VisitTable table;
    private final Tasks tasks;
    private final Visits visits;
    private final VisitLetters letters;
    private final Centre centre;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Interpreters(
            Services services,
            Diary diary,
            VisitTable table,
            Tasks tasks,
            Visits visits,
            VisitLetters letters,
            Centre centre,
            TransactionTemplate transaction,
            Clock clock) {
        this.services = services;
        this.diary = diary;
        this.table = table;
        this.tasks = tasks;
        this.visits = visits;
        this.letters = letters;
        this.centre = centre;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Who works then and is free for the whole visit, as far as memory knows. */
    public List<StaffMember> free(Visit visit) {
        if (!visit.canMove(clock.instant())) {
            return List.of();
        }
        LocalDate day = LocalDate.ofInstant(visit.start(), centre.facts().zone());
        int minutes = (int) Duration.between(visit.start(), visit.end()).toMinutes();
        return services.interpreters().stream()
                .filter(member -> diary.propose(alone(member, minutes, day), visit.start())
                        .isPresent())
                .toList();
    }

    private Search alone(StaffMember member, int minutes, LocalDate day) {
        Role role = new Role(List.of(new Candidate(List.of(new Part(member.id(), 0, 0)))));
        Team team = new Team(member.id(), List.of(role));
        return new Search(List.of(team), minutes, 5, day, day.plusDays(1), clock.instant(), List.of());
    }

    /** Holds the interpreter for the visit, ends the search and tells the family, or refuses when somebody else has them. */
    public Outcome assign(UUID visitId, UUID interpreter) {
        Outcome outcome = transaction.execute(status -> {
            Visit visit = table.lock(visitId).orElseThrow();
            if (!visit.canMove(clock.instant()) || visit.interpreter() != null) {
                return new Outcome.TooLate();
            }
            Slot slot = new Slot(interpreter, visit.start(), visit.end());
            boolean known = services.interpreters().stream()
                    .anyMatch(member -> member.id().equals(interpreter));
            if (!known || diary.hold(visitId, "visit", null, List.of(slot)) instanceof HoldOutcome.Taken) {
                status.setRollbackOnly();
                return new Outcome.Taken(List.of());
            }
            table.assign(visitId, interpreter);
            table.step(visitId, "interpreter", null);
            tasks.dropInterpreterSearch(visitId);
            Visit assigned = table.find(visitId).orElseThrow();
            String token = visits.token(assigned);
            letters.tell(assigned, token, VisitLetters.Kind.NEWS);
            return new Outcome.Booked(assigned, token);
        });
        return outcome == null ? new Outcome.Taken(List.of()) : outcome;
    }
}
