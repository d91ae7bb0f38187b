package by.pobach.diary;

import java.time.DayOfWeek;
import java.time.LocalTime;

/** Half-open weekly working hours, Centre time. A break is the gap between two shifts of one day. */
public record Shift(DayOfWeek day, LocalTime from, LocalTime to) {}
