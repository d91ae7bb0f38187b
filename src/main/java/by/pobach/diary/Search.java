package by.pobach.diary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A question for free starts.
 *
 * @param teams any one of them will do
 * @param minutes length of the visit, a multiple of 5
 * @param step starts lie on this step from midnight, in minutes, a multiple of 5
 * @param from first day, {@code to} the day after the last, Centre time
 * @param notBefore earliest start
 * @param ignoring slots that count as free, because they will be given back (one's own visit when it moves)
 */
public record Search(
        List<Team> teams, int minutes, int step, LocalDate from, LocalDate to, Instant notBefore, List<Slot> ignoring) {

    public Search between(LocalDate newFrom, LocalDate newTo) {
        return new Search(teams, minutes, step, newFrom, newTo, notBefore, ignoring);
    }
}
