package by.pobach.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.Pobach;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.modulith.core.ApplicationModules;

/** Who may call whom: the picture of the house, as data, and every module in it. */
class ModulesTests {
    /** From the roof down. Calls go down; nothing calls the first row, and everybody may call the last. */
    static final List<Set<String>> PICTURE = List.of(
            Set.of("figures"),
            Set.of("site", "story"),
            Set.of("requests", "timetable", "support", "learning", "schools"),
            Set.of("account", "desk", "cover", "papers", "settings"),
            Set.of("visits", "meetings"),
            Set.of("offers"),
            Set.of("equipment", "library", "communicator", "partners", "policy", "awareness"),
            Set.of("diary"),
            Set.of("signin", "links", "factors", "programs", "consent", "families", "people", "places"),
            Set.of("letters", "calendar", "journal", "vault"),
            Set.of("web"));

    /** The only arrows between neighbours. */
    static final Map<String, Set<String>> BESIDE = Map.of(
            "signin", Set.of("people"),
            "links", Set.of("signin", "people"),
            "factors", Set.of("signin", "people"),
            "programs", Set.of("signin", "people"),
            "families", Set.of("people", "places"),
            "consent", Set.of("people", "families", "places", "signin"));

    private static final Pattern DECLARATION =
            Pattern.compile("@ApplicationModule\\([^)]*allowedDependencies\\s*=\\s*\\{([^}]*)}");

    @TempDir
    Path scratch;

    @Test
    void the_walls_stand() {
        var modules = ApplicationModules.of(Pobach.class);

        assertThat(modules.stream()).hasSizeGreaterThanOrEqualTo(5);
        modules.verify();
    }

    @Test
    void the_walls_would_not_stand_if_the_ground_leaned_on_the_roof() {
        ImportOption everything = location -> true;
        var planted = ApplicationModules.of("by.pobach.architecture.planted", everything);

        assertThat(planted.detectViolations().getMessages())
                .anyMatch(message -> message.contains("'lower'") && message.contains("upper"));
    }

    @Test
    void every_module_says_what_it_is_and_whom_it_may_call() {
        assertThat(House.real().modules()).isNotEmpty();
        assertThat(silentModules(House.real())).isEmpty();
    }

    @Test
    void a_module_that_keeps_silent_is_found() {
        var house = Planted.in(scratch)
                .with("visits/Visits.java", "public class Visits {}")
                .with("people/package-info.java", "@ApplicationModule @NullMarked package by.pobach.people;")
                .with(
                        "places/package-info.java",
                        "/** Rooms. */ @ApplicationModule(allowedDependencies = {})\npackage x;")
                .unbuilt();

        assertThat(silentModules(house))
                .containsExactly(
                        "people: no allowedDependencies",
                        "people: no Javadoc that says what it is for",
                        "places: not @NullMarked",
                        "visits: no package-info.java");
    }

    @Test
    void every_module_is_in_the_picture_and_calls_only_downwards() {
        assertThat(declared(House.real()).values().stream().flatMap(Set::stream))
                .isNotEmpty();
        assertThat(wrongArrows(House.real())).isEmpty();
    }

    @Test
    void an_arrow_upwards_or_sideways_and_a_module_of_odds_and_ends_are_found() {
        var house = Planted.in(scratch)
                .with("common/package-info.java", "@ApplicationModule(allowedDependencies = {})")
                .with("diary/package-info.java", "@ApplicationModule(allowedDependencies = {\"places\", \"visits\"})")
                .with("people/package-info.java", "@ApplicationModule(allowedDependencies = \n{\"signin\"})")
                .with("signin/package-info.java", "@ApplicationModule(allowedDependencies = {\"people\", \"web\"})")
                .unbuilt();

        assertThat(wrongArrows(house))
                .containsExactly(
                        "common is not in the picture", "diary may not call visits", "people may not call signin");
    }

    static boolean mayCall(String caller, String called) {
        return row(caller) < row(called)
                || BESIDE.getOrDefault(caller, Set.of()).contains(called);
    }

    private static int row(String module) {
        for (int row = 0; row < PICTURE.size(); row++) {
            if (PICTURE.get(row).contains(module)) {
                return row;
            }
        }
        return -1;
    }

    private static List<String> silentModules(House house) {
        var found = new ArrayList<String>();
        for (String module : house.modules()) {
            Path file = house.sources().resolve(module).resolve("package-info.java");
            if (!Files.exists(file)) {
                found.add(module + ": no package-info.java");
                continue;
            }
            String text = house.read(file);
            if (!DECLARATION.matcher(text).find()) {
                found.add(module + ": no allowedDependencies");
            }
            if (!text.contains("/**")) {
                found.add(module + ": no Javadoc that says what it is for");
            }
            if (!text.contains("@NullMarked")) {
                found.add(module + ": not @NullMarked");
            }
        }
        return found;
    }

    private static List<String> wrongArrows(House house) {
        var found = new ArrayList<String>();
        declared(house).forEach((module, called) -> {
            if (row(module) < 0) {
                found.add(module + " is not in the picture");
            }
            called.stream().filter(other -> !mayCall(module, other)).forEach(other -> {
                found.add(module + " may not call " + other);
            });
        });
        return found;
    }

    /** Module to the modules it declares, a named interface ({@code people::spi}) counting as its module. */
    static Map<String, Set<String>> declared(House house) {
        var declared = new TreeMap<String, Set<String>>();
        for (String module : house.modules()) {
            Path file = house.sources().resolve(module).resolve("package-info.java");
            var declaration = DECLARATION.matcher(Files.exists(file) ? house.read(file) : "");
            var called = new TreeSet<String>();
            if (declaration.find()) {
                var names = Pattern.compile("\"(\\w+)[^\"]*\"").matcher(declaration.group(1));
                names.results().forEach(name -> called.add(name.group(1)));
            }
            declared.put(module, called);
        }
        return declared;
    }
}
