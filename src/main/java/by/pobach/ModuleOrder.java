package by.pobach;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.modulith.ApplicationModule;

/** The modules in the order of their declared dependencies: whoever is called stands before the caller. */
final class ModuleOrder {
    private static final String BASE = "by/pobach/";

    private ModuleOrder() {}

    /** Names of the modules that have SQL of their own, without the root. */
    static List<String> withSql() {
        Set<String> names = new TreeSet<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + BASE + "*/**/*.sql")) {
                String path = file.getURL().getPath();
                String rest = path.substring(path.lastIndexOf("/" + BASE) + BASE.length() + 1);
                names.add(rest.substring(0, rest.indexOf('/')));
            }
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
        names.removeIf(name -> name.startsWith("__"));
        return names.stream().collect(LinkedHashSet<String>::new, ModuleOrder::place, Set::addAll).stream()
                .filter(names::contains)
                .toList();
    }

    private static void place(Set<String> order, String module) {
        place(order, module, new ArrayList<>());
    }

    private static void place(Set<String> order, String module, List<String> path) {
        if (order.contains(module)) {
            return;
        }
        if (path.contains(module)) {
            throw new IllegalStateException("Modules call each other in a circle: " + path);
        }
        path.add(module);
        called(module).forEach(lower -> place(order, lower, path));
        path.remove(module);
        order.add(module);
    }

    private static List<String> called(String module) {
        try {
            ApplicationModule declared =
                    Class.forName("by.pobach." + module + ".package-info").getAnnotation(ApplicationModule.class);
            return declared == null
                    ? List.of()
                    : List.of(declared.allowedDependencies()).stream()
                            .map(name -> name.replaceFirst("\\s*::.*", ""))
                            .filter(name -> !name.equals(ApplicationModule.OPEN_TOKEN))
                            .toList();
        } catch (ClassNotFoundException undeclared) {
            return List.of();
        }
    }
}
