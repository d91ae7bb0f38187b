package by.pobach.diary;

import java.time.LocalDate;
import java.util.UUID;

/** The smallest piece of free time that is loaded at once. */
record ResourceDay(UUID resource, LocalDate day) {}
