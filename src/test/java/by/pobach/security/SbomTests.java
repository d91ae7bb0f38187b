package by.pobach.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The list of everything that others made and that the jar holds; the strict build makes it, the quick one does not. */
class SbomTests {
    private static final Path BOM = Path.of("target/bom.json");

    @BeforeEach
    void the_build_has_made_it() {
        assumeThat(BOM).exists();
    }

    @Test
    void every_library_of_the_jar_is_in_it_by_name_and_version() throws IOException {
        List<String> named = components().stream()
                .map(one ->
                        one.path("name").asString() + "-" + one.path("version").asString() + ".jar")
                .toList();
        List<String> inJar = Arrays.stream(Files.readString(Path.of("target/runtime-classpath.txt"))
                        .strip()
                        .split(File.pathSeparator))
                .map(path -> Path.of(path).getFileName().toString())
                .filter(name -> !name.matches(".*-(exec|tests|linux.*|darwin.*|windows.*)\\.jar"))
                .toList();

        assertThat(inJar).hasSizeGreaterThan(50);
        assertThat(named).containsAll(inJar);
    }

    @Test
    void nothing_of_the_tests_is_in_it() throws IOException {
        assertThat(components())
                .noneMatch(one -> one.path("name").asString().matches("greenmail|playwright|junit-.*|validator"));
    }

    @Test
    void two_builds_of_one_state_give_the_same_one() throws IOException {
        String bom = Files.readString(BOM);

        assertThat(bom).doesNotContain("serialNumber", System.getProperty("user.home"), System.getProperty("user.dir"));
        assertThat(JsonMapper.shared()
                        .readTree(bom)
                        .path("metadata")
                        .path("timestamp")
                        .asString("2026-01-01T00:00:00Z"))
                .isEqualTo("2026-01-01T00:00:00Z");
    }

    private static List<JsonNode> components() throws IOException {
        return StreamSupport.stream(
                        JsonMapper.shared()
                                .readTree(Files.readString(BOM))
                                .path("components")
                                .spliterator(),
                        false)
                .toList();
    }
}
