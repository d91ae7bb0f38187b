package by.pobach.papers;

import by.pobach.papers.Paper.Number;
import by.pobach.people.Contact;
import by.pobach.people.Persons;
import by.pobach.places.Centre;
import by.pobach.visits.Visit;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The drawer of certificates: who may have one, under which number. */
@Component
class Papers {
    private final PaperTable table;
    private final Persons persons;
    private final Centre centre;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Papers(PaperTable table, Persons persons, Centre centre, PlatformTransactionManager transactions, Clock clock) {
        this.table = table;
        this.persons = persons;
        this.centre = centre;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Issues the certificate of a visit, or finds the one issued before.
     *
     * @param name of whoever was there, as they asked to be called; looked at and not kept
     * @param institution whom the paper is for, empty when nobody named one; not kept either
     */
    PaperOutcome issue(Visit visit, String name, String institution) {
        Optional<PaperOutcome> hindered = hindered(visit);
        if (hindered.isPresent()) {
            return hindered.get();
        }
        if (name.isBlank()) {
            return new PaperOutcome.NoName();
        }
        if (!printable(name)) {
            return new PaperOutcome.Unprintable("name");
        }
        if (!institution.isBlank() && !printable(institution)) {
            return new PaperOutcome.Unprintable("institution");
        }
        return new PaperOutcome.Issued(transaction.execute(status -> numbered(visit.id())));
    }

    /** Why this visit gets no certificate, whatever is typed; empty when it may have one. */
    Optional<PaperOutcome> hindered(Visit visit) {
        if (!kept(visit)) {
            return Optional.of(new PaperOutcome.VisitNotKept());
        }
        return persons.find(visit.person()).isEmpty() ? Optional.of(new PaperOutcome.TooOld()) : Optional.empty();
    }

    static boolean kept(Visit visit) {
        return visit.state() == Visit.State.CAME || visit.state() == Visit.State.LATE;
    }

    private static boolean printable(String text) {
        return Contact.name(text) instanceof Contact.Good good && SheetFonts.have(good.value());
    }

    /** Looks again under the lock of the year: two colleagues who print at once get one number. */
    private Paper numbered(UUID visit) {
        Instant now = clock.instant();
        int year = now.atZone(centre.facts().zone()).getYear();
        table.lock(year);
        return table.find(visit).orElseGet(() -> {
            Paper paper = new Paper(visit, table.next(year), now);
            table.add(paper);
            return paper;
        });
    }

    Optional<Paper> find(UUID visit) {
        return table.find(visit);
    }

    Optional<Paper> find(Number number) {
        return table.find(number);
    }
}
