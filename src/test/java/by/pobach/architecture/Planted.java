package by.pobach.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;

/** Builds a small house with something wrong in it, compiled on the spot so that the real build stays clean. */
final class Planted {
    private final Path folder;

    private Planted(Path folder) {
        this.folder = folder;
    }

    static Planted in(Path folder) {
        return new Planted(folder);
    }

    /** Adds a file, such as {@code visits/Visits.java}; the package line of Java is written by us. */
    Planted with(String file, String content) {
        Path path = folder.resolve("by/pobach").resolve(file);
        String inside = file.contains("/")
                ? "." + file.substring(0, file.lastIndexOf('/')).replace('/', '.')
                : "";
        String text = file.endsWith("package-info.java") || !file.endsWith(".java")
                ? content
                : "package by.pobach" + inside + ";\n" + content;
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** The house as text only, for rules that read files. */
    House unbuilt() {
        return new House(folder.resolve("by/pobach"), folder.resolve("classes"));
    }

    /** The house with its classes. */
    House built() {
        House house = unbuilt();
        var errors = new StringWriter();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var options = List.of("-d", house.compiled().toString(), "-proc:none", "-parameters", "-nowarn");
            Files.createDirectories(house.compiled());
            boolean done = compiler.getTask(
                            errors, files, null, options, null, files.getJavaFileObjectsFromPaths(house.files(".java")))
                    .call();
            assertThat(done).as(errors.toString()).isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return house;
    }
}
