package by.pobach.architecture;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No word waits for a page that is gone: somebody would translate it, and nobody would ever read it. */
class UnusedWordsTests {
    private static final Pattern KEY = Pattern.compile("[a-z][\\w-]*(?:\\.[\\w-]+)+");

    /** What a key begins with where the rest is put behind it: {@code 'visits.state.' + state}. */
    private static final Pattern BEGINNING = Pattern.compile("[\"'|]([a-z][\\w-]*(?:\\.[\\w-]+)*[.-])(?=[\"'$|])");

    private static final Pattern QUOTED = Pattern.compile("\"([a-z][\\w.-]*)\"");
    private static final Pattern RECORD = Pattern.compile("\\brecord (\\w+)");
    private static final Pattern CONSTANT = Pattern.compile("\\b[A-Z][A-Z_]+\\b");

    @TempDir
    Path scratch;

    /** What the code of a house names: whole keys, and beginnings of at least two parts. */
    private record Named(Set<String> keys, Set<String> beginnings) {
        static Named in(House house) {
            var named = new Named(new HashSet<>(), new HashSet<>());
            Stream.of(".java", ".html")
                    .flatMap(kind -> house.files(kind).stream())
                    .forEach(file -> {
                        String text = house.read(file);
                        KEY.matcher(text).results().forEach(key -> named.keys.add(key.group()));
                        BEGINNING
                                .matcher(text)
                                .results()
                                .map(beginning -> beginning.group(1))
                                .filter(beginning -> beginning.indexOf('.') != beginning.length() - 1)
                                .forEach(named.beginnings::add);
                    });
            return named;
        }

        boolean has(String key) {
            return keys.contains(key) || beginnings.stream().anyMatch(key::startsWith);
        }
    }

    @Test
    void every_word_is_asked_for() {
        assertThat(unused(House.real())).isEmpty();
    }

    @Test
    void a_word_that_nobody_asks_for_is_found() {
        var house = Planted.in(scratch)
                .with("visits/messages.properties", """
                        visits.title = a
                        visits.state.came = b
                        visits.problem.taken = c
                        visits.left-over = d
                        visits.title.left-over = e""")
                .with(
                        "visits/visit.html",
                        "<h1 th:text=\"#{visits.title}\"></h1><p th:text=\"#{${'visits.state.' + s}}\">")
                .with("visits/Visits.java", "class Visits { String words = \"visits.problem.\"; }")
                .with("figures/messages.properties", """
                        figures.no-show.what = a
                        figures.wish.name.hint = b
                        figures.left-over = c""")
                .with("figures/Figure.java", """
                        enum Figure {
                            NO_SHOW;
                            String key(String name) { return "figures." + name; }
                            String name = key("wish.name");
                        }""")
                .unbuilt();

        assertThat(unused(house)).containsExactly("figures.left-over", "visits.left-over", "visits.title.left-over");
    }

    private static List<String> unused(House house) {
        var named = Named.in(house);
        var found = new TreeSet<String>();
        for (Phrases words : Phrases.of(house)) {
            var parts = parts(house, words.module());
            words.patterns().keySet().stream()
                    .filter(key -> !named.has(key))
                    .filter(key -> parts.stream().noneMatch(part -> isMadeOf(part, key, words.module())))
                    .forEach(found::add);
        }
        return List.copyOf(found);
    }

    private static boolean isMadeOf(String part, String key, String module) {
        String rest = key.substring(Math.min(key.length(), module.length() + 1));
        return rest.equals(part) || rest.startsWith(part.endsWith(".") ? part : part + ".");
    }

    /**
     * Where a module puts its own name before what it calls things ({@code "figures." + figure.code()}): what it calls them.
     * And the kinds of its outcomes, for which {@link MessagesTests} wants words.
     */
    private static Set<String> parts(House house, String module) {
        var parts = new HashSet<String>();
        String java = texts(house, module, ".java");
        RECORD.matcher(java)
                .results()
                .map(kind -> "problem."
                        + kind.group(1)
                                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                                .toLowerCase(Locale.ROOT))
                .forEach(parts::add);
        if (Pattern.compile("[\"'|]" + module + "\\.[\"'$|]")
                .matcher(java + texts(house, module, ".html"))
                .find()) {
            QUOTED.matcher(java).results().forEach(quoted -> parts.add(quoted.group(1)));
            CONSTANT.matcher(java)
                    .results()
                    .map(constant -> constant.group().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .forEach(parts::add);
        }
        return parts;
    }

    private static String texts(House house, String module, String kind) {
        return house.files(kind).stream()
                .filter(file -> house.moduleOf(file).equals(module))
                .map(house::read)
                .collect(joining("\n"));
    }
}
