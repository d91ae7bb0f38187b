package by.pobach.settings;

import by.pobach.web.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The form of one thing: its questions, and what they hold.
 *
 * @param thing what it is about, such as {@code room/…}; its changes are kept under this name
 * @param title the key of the page's heading
 * @param named the thing's own name, or empty
 * @param back where the link above the heading leads
 * @param values by the names under which the page sends them; several ticks are separated by commas
 */
record Form(String thing, String title, String named, String back, List<Field> fields, Map<String, String> values) {

    public String value(String id) {
        return values.getOrDefault(id, "");
    }

    public List<String> ticked(String id) {
        return List.of(value(id).split(",", -1));
    }

    Form holding(Map<String, String> other) {
        return new Form(thing, title, named, back, fields, other);
    }

    Optional<Field> field(String id) {
        return fields.stream().filter(field -> field.ids().anyMatch(id::equals)).findFirst();
    }

    /** What a form holds now, gathered in the order of its fields. */
    static final class Values {
        private final Map<String, String> values = new LinkedHashMap<>();

        Values put(String name, Object value) {
            values.put(name.replace('.', '-'), String.valueOf(value));
            return this;
        }

        Values put(String name, Words words) {
            return put(name + "-be", words.be()).put(name + "-ru", words.ru()).put(name + "-en", words.en());
        }

        Values put(String name, List<String> ticked) {
            return put(name, String.join(",", ticked.stream().sorted().toList()));
        }

        Map<String, String> all() {
            return values;
        }
    }
}
