package by.pobach.diary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The free starts of one day, ascending. */
public record FreeDay(LocalDate date, List<Instant> starts) {}
