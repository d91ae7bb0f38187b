package by.pobach.architecture;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Budgets. They describe good code: past one the test says so, past one and a half times it fails. */
class SizeTests {
    private static final double PATIENCE = 1.5;

    @TempDir
    Path scratch;

    @Test
    void files_and_methods_are_short() {
        var lines = fileLines(House.real());
        var methods = Syntax.of(House.real()).methods().stream()
                .mapToInt(Syntax.Method::lines)
                .toArray();

        within("lines of a file, median", 60, percentile(lines.values(), 50));
        within("lines of a file, 95th percentile", 180, percentile(lines.values(), 95));
        within("lines of a method, median", 4, percentile(methods, 50));
        within("lines of a method, 95th percentile", 15, percentile(methods, 95));
    }

    @Test
    void the_readme_fits_a_screen() throws IOException {
        within(
                "lines of the README",
                60,
                Files.readAllLines(Path.of("README.md")).size());
    }

    @Test
    void a_module_too_big_to_know_has_its_seam_in_a_decision() throws IOException {
        assertThat(House.real().modules()).hasSizeGreaterThan(5);
        assertThat(bigModules(House.real(), decisions())).isEmpty();
    }

    @Test
    void a_big_module_without_a_seam_is_found() {
        var planted = Planted.in(scratch).with("people/Persons.java", "class Persons {}");
        IntStream.range(0, 26).forEach(number -> {
            planted.with("visits/Visit" + number + ".java", "record Visit" + number + "() {}");
            planted.with("diary/Hold" + number + ".java", "record Hold" + number + "() {}");
        });

        assertThat(bigModules(planted.unbuilt(), "`diary` is cut along this seam: ...\n`visits` is big."))
                .containsExactly("visits has 26 Java files and no decision names its seam");
    }

    /** Past 25 files a module wants splitting; a decision says along which seam, on one line with the module's name. */
    private static List<String> bigModules(House house, String decisions) {
        var files = new TreeMap<String, Integer>();
        house.files(".java").forEach(file -> files.merge(house.moduleOf(file), 1, Integer::sum));
        var found = new ArrayList<String>();
        files.forEach((module, count) -> {
            warn("Java files of " + (module.isEmpty() ? "the root, which is no module" : module), 25, count);
            boolean named =
                    decisions.lines().anyMatch(line -> line.contains("seam") && line.contains("`" + module + "`"));
            if (count > 25 && !module.isEmpty() && !named) {
                found.add(module + " has " + count + " Java files and no decision names its seam");
            }
        });
        return found;
    }

    private static String decisions() throws IOException {
        var all = new StringBuilder();
        try (var files = Files.list(Path.of("docs/decisions"))) {
            for (Path file : files.toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    @Test
    void most_types_are_hidden() {
        within("public types in a hundred", 50, publicShare(House.real()));
    }

    @Test
    void from_a_page_to_sql_it_is_three_hops() {
        var hops = hops(House.real());

        assertThat(hops).isNotEmpty();
        hops.forEach((way, count) -> within("hops, " + way, 3, count));
    }

    @Test
    void a_use_case_is_read_in_six_files() {
        var files = filesPerUseCase(House.real());

        assertThat(files).isNotEmpty();
        files.forEach((handler, read) -> within("files of " + handler + " " + read, 6, read.size()));
    }

    @Test
    void what_is_too_long_too_open_or_too_deep_is_found() {
        var spring = "import org.springframework.stereotype.Controller;\n"
                + "import org.springframework.web.bind.annotation.GetMapping;\n";
        var house = Planted.in(scratch)
                .with(
                        "visits/Pages.java",
                        spring + "@Controller public class Pages { A a; @GetMapping int show() { return a.go(); } }")
                .with("visits/A.java", "public class A { B b; int go() { return b.go(); } }")
                .with("visits/B.java", "public class B { C c; int go() { return c.go(); } }")
                .with("visits/C.java", "public class C { Table t; int go() { return t.go(); } }")
                .with(
                        "visits/Table.java",
                        "class Table { org.springframework.jdbc.core.simple.JdbcClient db; int go() {\n"
                                + "\n".repeat(100) + "return db.sql(\"select 1\").update(); } }")
                .built();

        assertThat(publicShare(house)).isEqualTo(80);
        assertThat(hops(house)).containsExactly(Map.entry("Pages to Table", 5));
        assertThat(filesPerUseCase(house))
                .containsExactly(Map.entry("Pages.show", Set.of("A", "B", "C", "Pages", "Table")));
        assertThat(percentile(fileLines(house).values(), 95)).isEqualTo(103);
        assertThat(percentile(
                        Syntax.of(house).methods().stream()
                                .mapToInt(Syntax.Method::lines)
                                .toArray(),
                        95))
                .isEqualTo(100);
    }

    private static void within(String what, int budget, int seen) {
        warn(what, budget, seen);
        assertThat((double) seen).as(what).isPositive().isLessThanOrEqualTo(budget * PATIENCE);
    }

    private static void warn(String what, int budget, int seen) {
        if (seen > budget) {
            System.err.printf("Past its budget: %s: %d, budget %d%n", what, seen, budget);
        }
    }

    private static Map<String, Integer> fileLines(House house) {
        var lines = new HashMap<String, Integer>();
        house.files(".java").stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .forEach(file -> lines.put(
                        house.name(file), (int) house.read(file).lines().count()));
        return lines;
    }

    private static int percentile(Iterable<Integer> values, int percent) {
        var all = IntStream.builder();
        values.forEach(all::add);
        return percentile(all.build().toArray(), percent);
    }

    private static int percentile(int[] values, int percent) {
        assertThat(values).isNotEmpty();
        var sorted = IntStream.of(values).sorted().toArray();
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    /** Of the top-level types in modules. */
    private static int publicShare(House house) {
        var types = house.classes().stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .toList();
        assertThat(types).isNotEmpty();
        long open = types.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .count();
        return (int) (100 * open / types.size());
    }

    /**
     * The shortest way, in calls from class to class inside a module, from any page to each class that speaks SQL, and one
     * hop more for the SQL. A class that no page reaches (a job's) is left out; calls through another module's door are
     * that module's own use case.
     */
    private static Map<String, Integer> hops(House house) {
        var classes = house.classes();
        var found = new TreeMap<String, Integer>();
        var shortest = new HashMap<JavaClass, Integer>();
        for (JavaClass page : classes) {
            if (isHttp(page)) {
                distances(page).forEach((type, hops) -> {
                    if (speaksSql(type) && hops < shortest.getOrDefault(type, Integer.MAX_VALUE)) {
                        shortest.put(type, hops);
                        found.keySet().removeIf(way -> way.endsWith(" to " + type.getSimpleName()));
                        found.put(page.getSimpleName() + " to " + type.getSimpleName(), hops + 1);
                    }
                });
            }
        }
        return found;
    }

    private static Map<JavaClass, Integer> distances(JavaClass page) {
        var seen = new LinkedHashMap<JavaClass, Integer>(Map.of(page, 0));
        var queue = new ArrayDeque<>(List.of(page));
        while (!queue.isEmpty()) {
            var type = queue.remove();
            if (type.isAssignableTo("org.springframework.context.Lifecycle")) {
                continue; // what a job does by itself is no page's way
            }
            for (var call : type.getAccessesFromSelf()) {
                var next = House.topLevel(call.getTargetOwner().getBaseComponentType());
                if (House.moduleOf(next).equals(House.moduleOf(page)) && !seen.containsKey(next)) {
                    seen.put(next, seen.get(type) + 1);
                    queue.add(next);
                }
            }
        }
        return seen;
    }

    /**
     * For each handler, the files of its module that lie on some way of calls from it to SQL, both ends included. What only
     * computes or only shows (a finder, a form's lines) is read by itself and is not counted.
     */
    private static Map<String, Set<String>> filesPerUseCase(House house) {
        JavaClasses classes = house.classes();
        var found = new TreeMap<String, Set<String>>();
        for (JavaClass page : classes) {
            if (isHttp(page)) {
                for (JavaMethod handler : page.getMethods()) {
                    var read = isHandler(handler) ? onTheWayToSql(handler) : Set.<String>of();
                    if (!read.isEmpty()) {
                        found.put(page.getSimpleName() + "." + handler.getName(), read);
                    }
                }
            }
        }
        return found;
    }

    private static Set<String> onTheWayToSql(JavaMethod handler) {
        var calls = new HashMap<JavaCodeUnit, Set<JavaCodeUnit>>();
        var queue = new ArrayDeque<JavaCodeUnit>(List.of(handler));
        while (!queue.isEmpty()) {
            var unit = queue.remove();
            if (!calls.containsKey(unit)) {
                calls.put(unit, calledInModule(unit));
                queue.addAll(calls.get(unit));
            }
        }
        var speaking = calls.keySet().stream().filter(SizeTests::speaksSql).collect(toCollection(HashSet::new));
        while (calls.keySet().stream()
                .anyMatch(unit -> !Collections.disjoint(calls.get(unit), speaking) && speaking.add(unit))) {
            // Until no caller is new.
        }
        return speaking.stream()
                .map(unit -> House.topLevel(unit.getOwner()).getSimpleName())
                .collect(toCollection(TreeSet::new));
    }

    private static Set<JavaCodeUnit> calledInModule(JavaCodeUnit unit) {
        return unit.getAccessesFromSelf().stream()
                .flatMap(access -> access.getTarget().resolveMember().stream())
                .filter(JavaCodeUnit.class::isInstance)
                .map(JavaCodeUnit.class::cast)
                .filter(next -> House.moduleOf(next.getOwner()).equals(House.moduleOf(unit.getOwner())))
                .collect(toSet());
    }

    static boolean isHttp(JavaClass type) {
        return type.isMetaAnnotatedWith("org.springframework.stereotype.Controller")
                && !House.moduleOf(type).isEmpty();
    }

    static boolean isHandler(JavaMethod method) {
        return method.isMetaAnnotatedWith("org.springframework.web.bind.annotation.RequestMapping");
    }

    private static boolean speaksSql(JavaClass type) {
        return type.getCodeUnits().stream().anyMatch(SizeTests::speaksSql);
    }

    private static boolean speaksSql(JavaCodeUnit unit) {
        return unit.getAccessesFromSelf().stream()
                .anyMatch(
                        access -> access.getTargetOwner().getPackageName().startsWith("org.springframework.jdbc.core"));
    }
}
