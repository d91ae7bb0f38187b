package by.pobach.settings;

import by.pobach.people.Contact;
import by.pobach.people.Contact.Good;
import by.pobach.people.Contact.Refused;
import by.pobach.web.Problems;
import by.pobach.web.Words;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What somebody typed into a form, read piece by piece; what cannot be read is noted as a problem of its field. */
final class Typed {
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,6}");
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_PROSE = 4000;

    private final Map<String, String> values;
    private final Problems problems = new Problems();

    Typed(Map<String, String> values) {
        this.values = values;
    }

    Problems problems() {
        return problems;
    }

    boolean isGood() {
        return problems.isEmpty();
    }

    void problem(String name, String key, Object... arguments) {
        problems.add(name.replace('.', '-'), key, arguments);
    }

    String text(String name) {
        String text = values.getOrDefault(name.replace('.', '-'), "").strip();
        if (text.length() > LONGEST_PROSE) {
            problem(name, "settings.problem.long", LONGEST_PROSE);
        }
        return text;
    }

    String needed(String name) {
        String text = text(name);
        if (text.isEmpty()) {
            problem(name, "settings.problem.empty");
        }
        return text;
    }

    String line(String name) {
        String text = text(name);
        if (text.isEmpty()) {
            problem(name, "settings.problem.empty");
        } else if (text.length() > LONGEST_LINE) {
            problem(name, "settings.problem.long", LONGEST_LINE);
        } else if (text.chars().anyMatch(Character::isISOControl)) {
            problem(name, "settings.problem.lines");
        }
        return text;
    }

    /** A line in each language, none of them empty. */
    Words words(String name) {
        return new Words(line(name + "-be"), line(name + "-ru"), line(name + "-en"));
    }

    /** Prose in each language; either in all of them or in none. */
    Words prose(String name) {
        Words words = new Words(text(name + "-be"), text(name + "-ru"), text(name + "-en"));
        List<String> each = List.of(words.be(), words.ru(), words.en());
        if (each.stream().anyMatch(String::isEmpty) && !each.stream().allMatch(String::isEmpty)) {
            List.of("-be", "-ru", "-en").stream()
                    .filter(language -> text(name + language).isEmpty())
                    .forEach(language -> problem(name + language, "settings.problem.language"));
        }
        return words;
    }

    /** A whole number from {@code least} to {@code most}; the least one when it cannot be read. */
    int number(String name, int least, int most) {
        String text = text(name);
        int number = WHOLE.matcher(text).matches() ? Integer.parseInt(text) : least - 1;
        if (number < least || number > most) {
            problem(name, "settings.problem.number", least, most);
            return least;
        }
        return number;
    }

    boolean ticked(String name) {
        return !text(name).isEmpty();
    }

    List<String> several(String name) {
        return Arrays.stream(text(name).split(",", -1))
                .filter(code -> !code.isEmpty())
                .toList();
    }

    /** At least one of several. */
    List<String> some(String name) {
        List<String> several = several(name);
        if (several.isEmpty()) {
            problem(name, "settings.problem.choose");
        }
        return several;
    }

    /** Empty when nothing or no date was typed; the latter is noted. */
    Optional<LocalDate> date(String name) {
        String text = text(name);
        try {
            Optional<LocalDate> date = text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
            if (date.filter(day -> day.getYear() < 2000 || day.getYear() > 2199).isPresent()) {
                problem(name, "settings.problem.date");
                return Optional.empty();
            }
            return date;
        } catch (DateTimeException notADate) {
            problem(name, "settings.problem.date");
            return Optional.empty();
        }
    }

    String email(String name) {
        return contact(name, Contact.email(text(name)));
    }

    private String contact(String name, Contact.Checked checked) {
        return switch (checked) {
            case Good good -> good.value();
            case Refused refused -> {
                problem(name, refused.why().key());
                yield "";
            }
        };
    }

    /** Working hours of a weekday or date, such as {@code 9:00–13:00, 14–18}; empty is none. */
    List<Hours> hours(String name) {
        Optional<List<Hours>> read = Hours.read(text(name));
        if (read.isEmpty()) {
            problem(name, "settings.problem.hours");
        }
        return read.orElse(List.of());
    }
}
