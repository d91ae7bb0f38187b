package by.pobach.diary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * Finds starts by set algebra: a team can start where, for each role, some candidate has a free run long enough.
 * Asks nothing but the free steps of a resource on a day, so it can be held against the naive way in a test.
 */
final class Finder {
    private final BiFunction<UUID, LocalDate, long[]> free;
    private final DayGrid grid;
    private final Search search;
    private final long[] onStep;

    Finder(BiFunction<UUID, LocalDate, long[]> free, DayGrid grid, Search search) {
        this.free = free;
        this.grid = grid;
        this.search = search;
        this.onStep = Bits.multiples(steps(search.step()));
    }

    FreeDay day(LocalDate date) {
        long[] starts = starts(date);
        List<Instant> instants = new ArrayList<>(Bits.count(starts));
        for (int step = Bits.next(starts, 0); step >= 0; step = Bits.next(starts, step + 1)) {
            instants.add(grid.instant(date, step));
        }
        return new FreeDay(date, instants);
    }

    private long[] starts(LocalDate date) {
        Map<Team.Role, long[]> seen = new IdentityHashMap<>();
        long[] any = Bits.none();
        for (Team team : search.teams()) {
            Bits.or(any, teamStarts(team, date, seen));
        }
        Bits.and(any, onStep);
        Bits.clear(any, 0, grid.stepUp(date, search.notBefore()));
        return any;
    }

    private long[] teamStarts(Team team, LocalDate date, Map<Team.Role, long[]> seen) {
        long[] all = seen.computeIfAbsent(team.roles().getFirst(), r -> roleStarts(r, date))
                .clone();
        for (int i = 1; i < team.roles().size() && !Bits.isEmpty(all); i++) {
            Bits.and(all, seen.computeIfAbsent(team.roles().get(i), r -> roleStarts(r, date)));
        }
        return all;
    }

    private long[] roleStarts(Team.Role role, LocalDate date) {
        long[] any = Bits.none();
        for (Team.Candidate candidate : role.candidates()) {
            Bits.or(any, candidateStarts(candidate, date));
        }
        return any;
    }

    private long[] candidateStarts(Team.Candidate candidate, LocalDate date) {
        long[] all = partStarts(candidate.parts().getFirst(), date);
        for (int i = 1; i < candidate.parts().size() && !Bits.isEmpty(all); i++) {
            Bits.and(all, partStarts(candidate.parts().get(i), date));
        }
        return all;
    }

    private long[] partStarts(Team.Part part, LocalDate date) {
        int before = steps(part.before());
        long[] known = freeOf(part.resource(), date);
        if (Bits.isEmpty(known)) {
            return Bits.none();
        }
        long[] runs = Bits.runs(known, before + steps(search.minutes()) + steps(part.after()));
        return before == 0 ? runs : Bits.later(runs, before);
    }

    private long[] freeOf(UUID resource, LocalDate date) {
        long[] known = free.apply(resource, date);
        if (search.ignoring().isEmpty()) {
            return known;
        }
        long[] more = known.clone();
        for (Slot slot : search.ignoring()) {
            if (slot.resource().equals(resource)) {
                Bits.fill(more, grid.stepUp(date, slot.from()), grid.stepDown(date, slot.to()));
            }
        }
        return more;
    }

    /** The first team, in rotation, that can start then, and who fills each role. */
    Optional<Proposal> propose(Instant start) {
        LocalDate date = grid.dayOf(start);
        int teams = search.teams().size();
        int first = teams == 0 ? 0 : Math.floorMod(start.getEpochSecond() / 300, teams);
        for (int i = 0; i < teams; i++) {
            Team team = search.teams().get((first + i) % teams);
            Optional<Proposal> proposal = propose(team, date, start);
            if (proposal.isPresent()) {
                return proposal;
            }
        }
        return Optional.empty();
    }

    private Optional<Proposal> propose(Team team, LocalDate date, Instant start) {
        int step = grid.stepDown(date, start);
        List<Team.Candidate> chosen = new ArrayList<>();
        for (Team.Role role : team.roles()) {
            Optional<Team.Candidate> first = role.candidates().stream()
                    .filter(candidate -> canStart(candidate, date, step))
                    .findFirst();
            if (first.isEmpty()) {
                return Optional.empty();
            }
            chosen.add(first.get());
        }
        return Optional.of(new Proposal(team.key(), start, start.plusSeconds(search.minutes() * 60L), chosen));
    }

    private boolean canStart(Team.Candidate candidate, LocalDate date, int step) {
        int end = step + steps(search.minutes());
        for (Team.Part part : candidate.parts()) {
            long[] known = freeOf(part.resource(), date);
            if (!Bits.hasAll(known, step - steps(part.before()), end + steps(part.after()))) {
                return false;
            }
        }
        return true;
    }

    /** Rounds up: a buffer of 3 minutes takes a step of 5. */
    private static int steps(int minutes) {
        return -Math.floorDiv(-minutes, Bits.STEP_MINUTES);
    }
}
