package by.pobach.visits;

import by.pobach.offers.TimeQuery;
import by.pobach.web.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The form of a visit exactly as it was typed, so that nothing typed is ever lost. What was chosen before (service, time,
 * needs) travels in it, too.
 *
 * @param start the chosen start, or null when it cannot be understood
 * @param who what the person said of themselves: family, teacher or self
 * @param children as many rows as the page has
 * @param key made when the form was first shown: the same form sent again is the same visit
 */
record BookingForm(
        TimeQuery query,
        @Nullable Instant start,
        String who,
        String name,
        List<Child> children,
        String phone,
        String email,
        String tell,
        String language,
        String note,
        boolean agreed,
        String key) {
    static final int CHILDREN = 4;
    private static final int LONGEST_KEY = 100;

    /** A row of the form; {@code number} counts from 1. */
    record Child(int number, String name, String age) {
        public boolean isEmpty() {
            return name.isBlank() && age.isBlank();
        }
    }

    static BookingForm of(MultiValueMap<String, String> sent) {
        List<Child> children = new ArrayList<>();
        for (int number = 1; number <= CHILDREN; number++) {
            children.add(new Child(number, text(sent, "child" + number), text(sent, "age" + number)));
        }
        return new BookingForm(
                TimeQuery.of(sent),
                TimeQuery.one(sent, "start", TimeQuery::instant).orElse(null),
                text(sent, "who"),
                text(sent, "name"),
                children,
                text(sent, "phone"),
                text(sent, "email"),
                text(sent, "tell"),
                text(sent, "language"),
                text(sent, "note"),
                !text(sent, "agreed").isEmpty(),
                key(text(sent, "key")));
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        String text = sent.getFirst(name);
        return text == null ? "" : text;
    }

    private static String key(String sent) {
        return sent.isBlank() || sent.length() > LONGEST_KEY ? newKey() : sent;
    }

    /** Keys are guessed by nobody: the last half of a UUIDv7 is random. */
    static String newKey() {
        return Ids.next().toString() + Ids.next().toString().substring(19);
    }

    BookingForm withNewKey() {
        return new BookingForm(query, start, who, name, children, phone, email, tell, language, note, agreed, newKey());
    }

    BookingForm inLanguage(String tag) {
        return new BookingForm(query, start, who, name, children, phone, email, tell, tag, note, agreed, key);
    }

    /** A time and a person from a button of the page of alternatives. */
    BookingForm picking(String pick) {
        String[] parts = pick.split("/", 2);
        return TimeQuery.instant(parts[0])
                .map(time -> at(
                        time, parts.length < 2 ? null : TimeQuery.id(parts[1]).orElse(null)))
                .orElse(this);
    }

    private BookingForm at(Instant time, @Nullable UUID specialist) {
        return new BookingForm(
                query.with(specialist), time, who, name, children, phone, email, tell, language, note, agreed, key);
    }

    public boolean hasMoreChildren() {
        return children.stream().skip(1).anyMatch(child -> !child.isEmpty());
    }
}
