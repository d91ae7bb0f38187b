package by.pobach.diary;

import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.diary.Team.Candidate;
import by.pobach.diary.Team.Part;
import by.pobach.diary.Team.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** The set algebra against a child's way: look at every start, and at every five minutes it would take. */
class FinderTests {
    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    private static final List<LocalDate> DAYS =
            List.of(LocalDate.of(2027, 3, 28), LocalDate.of(2027, 10, 31), LocalDate.of(2027, 5, 12));
    private static final int FIVE_MINUTES = 300;

    /** Free five minutes of each resource, by the instant they begin at. */
    private final Map<UUID, Map<Instant, Boolean>> free = new HashMap<>();

    private final DayGrid grid = new DayGrid(WARSAW);
    private LocalDate day = DAYS.getFirst();

    @RepeatedTest(300)
    void the_same_starts_as_by_trying_each_of_them(RepetitionInfo round) {
        Random random = new Random(round.getCurrentRepetition());
        day = DAYS.get(random.nextInt(DAYS.size()));
        List<UUID> resources = resources(random);
        Search search = search(random, resources);
        Finder finder = new Finder(this::bits, grid, search);

        List<Instant> found = finder.day(day).starts();

        List<Instant> expected = new ArrayList<>();
        Instant midnight = day.atStartOfDay(WARSAW).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(WARSAW).toInstant();
        for (Instant at = midnight; at.isBefore(end); at = at.plusSeconds(search.step() * 60L)) {
            if (!at.isBefore(search.notBefore()) && canStart(search, at)) {
                expected.add(at);
            }
        }
        assertThat(found).isEqualTo(expected);
        assertThat(found).allSatisfy(start -> assertThatAProposalIsFree(finder, search, start));
    }

    @RepeatedTest(100)
    void nobody_is_proposed_for_a_start_that_is_not_free(RepetitionInfo round) {
        Random random = new Random(round.getCurrentRepetition());
        Search search = search(random, resources(random));
        Finder finder = new Finder(this::bits, grid, search);

        for (int step = 0; step < 276; step++) {
            Instant start = grid.instant(day, step);
            assertThat(finder.propose(start).isPresent()).isEqualTo(canStart(search, start));
        }
    }

    private void assertThatAProposalIsFree(Finder finder, Search search, Instant start) {
        Optional<Proposal> proposal = finder.propose(start);
        assertThat(proposal).isPresent();
        assertThat(proposal.get().end()).isEqualTo(start.plusSeconds(search.minutes() * 60L));
        assertThat(proposal.get().chosen()).allMatch(candidate -> canStart(search, candidate, start));
    }

    private boolean canStart(Search search, Instant start) {
        return search.teams().stream()
                .anyMatch(team -> team.roles().stream()
                        .allMatch(role -> role.candidates().stream().anyMatch(one -> canStart(search, one, start))));
    }

    private boolean canStart(Search search, Candidate candidate, Instant start) {
        return candidate.parts().stream().allMatch(part -> {
            Instant from = start.minusSeconds(wholeSteps(part.before()));
            Instant to = start.plusSeconds(search.minutes() * 60L + wholeSteps(part.after()));
            for (Instant at = from; at.isBefore(to); at = at.plusSeconds(FIVE_MINUTES)) {
                if (!isFree(search, part.resource(), at)) {
                    return false;
                }
            }
            return true;
        });
    }

    private boolean isFree(Search search, UUID resource, Instant at) {
        boolean givenBack = search.ignoring().stream()
                .anyMatch(slot -> slot.resource().equals(resource)
                        && !slot.from().isAfter(at)
                        && !slot.to().isBefore(at.plusSeconds(FIVE_MINUTES)));
        boolean today = at.atZone(WARSAW).toLocalDate().equals(day);
        return today && (givenBack || free.get(resource).getOrDefault(at, false));
    }

    private static long wholeSteps(int minutes) {
        return (minutes + 4) / 5 * (long) FIVE_MINUTES;
    }

    private long[] bits(UUID resource, LocalDate date) {
        long[] bits = Bits.none();
        Instant at = date.atStartOfDay(WARSAW).toInstant();
        for (int step = 0; at.isBefore(date.plusDays(1).atStartOfDay(WARSAW).toInstant()); step++) {
            if (free.get(resource).getOrDefault(at, false)) {
                Bits.fill(bits, step, step + 1);
            }
            at = at.plusSeconds(FIVE_MINUTES);
        }
        return bits;
    }

    private List<UUID> resources(Random random) {
        List<UUID> resources = new ArrayList<>();
        for (int i = random.nextInt(2, 7); i > 0; i--) {
            UUID resource = new UUID(random.nextLong(), i);
            free.put(resource, freeTime(random));
            resources.add(resource);
        }
        return resources;
    }

    private Map<Instant, Boolean> freeTime(Random random) {
        Map<Instant, Boolean> times = new HashMap<>();
        Instant at = day.atStartOfDay(WARSAW).toInstant();
        boolean now = random.nextBoolean();
        while (at.isBefore(day.plusDays(1).atStartOfDay(WARSAW).toInstant())) {
            now = random.nextInt(14) == 0 ? !now : now;
            times.put(at, now);
            at = at.plusSeconds(FIVE_MINUTES);
        }
        return times;
    }

    private Search search(Random random, List<UUID> resources) {
        List<Team> teams = new ArrayList<>();
        Role shared = role(random, resources);
        for (int i = random.nextInt(0, 4); i > 0; i--) {
            List<Role> roles = new ArrayList<>(List.of(role(random, resources)));
            if (random.nextBoolean()) {
                roles.add(shared);
            }
            teams.add(new Team(UUID.randomUUID(), roles));
        }
        List<Slot> ignoring = new ArrayList<>();
        if (random.nextInt(3) == 0) {
            Instant from = grid.instant(day, random.nextInt(200));
            ignoring.add(new Slot(any(random, resources), from, from.plusSeconds(60L * random.nextInt(1, 90))));
        }
        Instant notBefore = random.nextBoolean()
                ? Instant.MIN
                : grid.instant(day, random.nextInt(250)).plusSeconds(7);
        int step = 5 * random.nextInt(1, 13);
        return new Search(teams, 5 * random.nextInt(1, 19), step, day, day.plusDays(1), notBefore, ignoring);
    }

    private static Role role(Random random, List<UUID> resources) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            List<Part> parts = new ArrayList<>();
            for (int j = random.nextInt(1, 3); j > 0; j--) {
                parts.add(new Part(any(random, resources), random.nextInt(12), random.nextInt(12)));
            }
            candidates.add(new Candidate(parts));
        }
        return new Role(candidates);
    }

    private static UUID any(Random random, List<UUID> resources) {
        return resources.get(random.nextInt(resources.size()));
    }
}
