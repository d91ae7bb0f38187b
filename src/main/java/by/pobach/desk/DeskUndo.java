package by.pobach.desk;

import by.pobach.desk.DeskLines.Line;
import by.pobach.visits.Visit;
import by.pobach.visits.VisitChanges;
import by.pobach.web.Dates;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What was done a moment ago, with one button that takes it back. It is an action like any other, so the history shows
 * both. What was before stands in the address: a state, or a start and with whom; a false one only offers a false button,
 * behind which the same rules wait.
 */
@Component
class DeskUndo {
    private static final Set<String> MARKS = Set.of("booked", "came", "late", "no-show");
    private static final Set<String> PLAIN =
            Set.of("booked", "restored", "unmarked", "told", "noted", "given-back", "different");

    private final VisitChanges changes;
    private final DeskLines lines;
    private final Dates dates;
    private final Clock clock;

    /**
     * The sentence under {@code desk.done.}, whom it is about, and where the button leads with what.
     *
     * @param action null when there is nothing to take back
     */
    record Done(
            String what, @Nullable String about, @Nullable String action, Map<String, String> fields) {

        static Done plain(String what) {
            return new Done(what, null, null, Map.of());
        }
    }

    DeskUndo(VisitChanges changes, DeskLines lines, Dates dates, Clock clock) {
        this.changes = changes;
        this.lines = lines;
        this.dates = dates;
        this.clock = clock;
    }

    /** After an action on a visit, on its own page. */
    Optional<Done> of(@Nullable String what, @Nullable String before, Visit visit) {
        if (what == null) {
            return Optional.empty();
        }
        return PLAIN.contains(what)
                ? Optional.of(Done.plain(what))
                : back(what, before, visit, null).or(() -> stillTrue(what, visit));
    }

    /** After a mark in the list of the day; the button leads back to that list. */
    Optional<Done> onDay(@Nullable String what, @Nullable String before, Line line) {
        if (what == null) {
            return Optional.empty();
        }
        String about =
                (line.name() == null ? line.service() : line.name()) + " · " + dates.time(line.start(), lines.zone());
        return what.equals("unmarked")
                ? Optional.of(new Done(what, about, null, Map.of()))
                : back(what, before, line.visit(), about);
    }

    private Optional<Done> back(String what, @Nullable String before, Visit visit, @Nullable String about) {
        String path = "/desk/visits/" + visit.id();
        if (what.equals("moved") && before != null && visit.canMove(clock.instant())) {
            return DeskTimes.Chosen.of(before)
                    .filter(old -> old.start().isAfter(clock.instant()))
                    .map(old -> new Done(what, about, path + "/move", Map.of("start", before)));
        }
        if (what.equals("cancelled") && changes.canRestore(visit)) {
            return Optional.of(new Done(what, about, path + "/restoration", Map.of()));
        }
        if (MARKS.contains(what) && visit.state().code().equals(what)) {
            String how = before != null && MARKS.contains(before) && !before.equals(what) ? before : "booked";
            Map<String, String> fields = about == null ? Map.of("how", how) : Map.of("how", how, "to", "day");
            return Optional.of(new Done(what, about, path + "/arrival", fields));
        }
        return Optional.empty();
    }

    /** It was done, and there is no way back any more. */
    private static Optional<Done> stillTrue(String what, Visit visit) {
        boolean known = what.equals("moved")
                || List.of("cancelled", "came", "late", "no-show").contains(what);
        boolean is = what.equals("moved") || visit.state().code().equals(what);
        return known && is ? Optional.of(Done.plain(what)) : Optional.empty();
    }
}
