package by.pobach.architecture;

import static java.util.stream.Collectors.toCollection;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What the rules look at: the real house, or a planted one in a scratch folder.
 *
 * @param sources the folder of the package {@code by.pobach}, a folder for each module in it
 * @param compiled the root of the class files
 */
record House(Path sources, Path compiled) {
    private static final String ROOT = "by.pobach";

    private static final class Real {
        static final House HOUSE = new House(Path.of("src/main/java/by/pobach"), Path.of("target/classes"));
        static final JavaClasses CLASSES = imported(HOUSE);
    }

    static House real() {
        return Real.HOUSE;
    }

    JavaClasses classes() {
        return equals(Real.HOUSE) ? Real.CLASSES : imported(this);
    }

    private static JavaClasses imported(House house) {
        return new ClassFileImporter().importPath(house.compiled);
    }

    /** The modules: every folder that holds Java. */
    TreeSet<String> modules() {
        return files(".java").stream()
                .map(this::moduleOf)
                .filter(Predicate.not(String::isEmpty))
                .collect(toCollection(TreeSet::new));
    }

    /** All files whose name ends so, sorted. */
    List<Path> files(String ending) {
        try (var all = Files.walk(sources)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The module a file belongs to; empty for the root package and its folders of SQL. */
    String moduleOf(Path file) {
        Path inside = sources.relativize(file);
        return inside.getNameCount() == 1 || inside.startsWith("__root")
                ? ""
                : inside.getName(0).toString();
    }

    static String moduleOf(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(ROOT + ".") ? name.substring(ROOT.length() + 1).split("\\.")[0] : "";
    }

    static boolean ours(JavaClass type) {
        return type.getPackageName().equals(ROOT) || type.getPackageName().startsWith(ROOT + ".");
    }

    /** The file that a class was written in; nested classes belong to the outermost one. */
    static JavaClass topLevel(JavaClass type) {
        return type.getEnclosingClass().map(House::topLevel).orElse(type);
    }

    String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How a file is called in a violation. */
    String name(Path file) {
        return sources.relativize(file).toString();
    }
}
