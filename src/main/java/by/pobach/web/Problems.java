package by.pobach.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What hinders a form, in the order of its fields. Put into the model as {@code problems}; the frame, the summary and
 * the fields read it. A page without problems has an empty one or none.
 */
public final class Problems {

    /**
     * One thing to mend.
     *
     * @param field the name of the field it belongs to
     * @param key the message that says what to do, with its arguments
     */
    public record Problem(String field, String key, List<Object> arguments) {}

    private final List<Problem> found = new ArrayList<>();

    public Problems add(String field, String key, Object... arguments) {
        found.add(new Problem(field, key, Arrays.asList(arguments)));
        return this;
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<Problem> all() {
        return List.copyOf(found);
    }

    /** The first problem of a field: one at a time is enough to mend. */
    public Optional<Problem> at(String field) {
        return found.stream().filter(problem -> problem.field().equals(field)).findFirst();
    }
}
