package by.pobach.settings;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Half-open hours as people write them in one line: {@code 9:00–13:00, 14–18}. A break is the gap between two. */
record Hours(LocalTime from, LocalTime to) {
    private static final Pattern RANGE =
            Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?\\s*[-–—]\\s*(\\d{1,2})(?:[:.](\\d{2}))?");
    private static final int STEP_MINUTES = 5;

    /** Empty when the line cannot be read: no hours, a wrong order, an overlap, minutes that are not on five. */
    static Optional<List<Hours>> read(String line) {
        List<Hours> all = new ArrayList<>();
        for (String piece : line.isBlank() ? new String[0] : line.split("[,;]", -1)) {
            Optional<Hours> hours = one(piece.strip());
            if (hours.isEmpty()) {
                return Optional.empty();
            }
            all.add(hours.get());
        }
        all.sort(Comparator.comparing(Hours::from));
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i).from().isBefore(all.get(i - 1).to())) {
                return Optional.empty();
            }
        }
        return Optional.of(all);
    }

    static String write(List<Hours> hours) {
        return hours.stream().map(each -> each.from() + "–" + each.to()).collect(Collectors.joining(", "));
    }

    private static Optional<Hours> one(String piece) {
        MatchResult found = RANGE.matcher(piece).results().findFirst().orElse(null);
        if (found == null || found.group().length() != piece.length()) {
            return Optional.empty();
        }
        try {
            Hours hours = new Hours(time(found.group(1), found.group(2)), time(found.group(3), found.group(4)));
            boolean onStep = Arrays.asList(hours.from(), hours.to()).stream()
                    .allMatch(time -> time.getMinute() % STEP_MINUTES == 0);
            return hours.from().isBefore(hours.to()) && onStep ? Optional.of(hours) : Optional.empty();
        } catch (DateTimeException noSuchHour) {
            return Optional.empty();
        }
    }

    private static LocalTime time(String hour, @org.jspecify.annotations.Nullable String minute) {
        return LocalTime.of(Integer.parseInt(hour), minute == null ? 0 : Integer.parseInt(minute));
    }
}
