package by.pobach.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each algorithm of the code stands in the table of rules.md, and each of the table is used: no cipher comes in unseen. */
class CipherTests {
    private static final Pattern ASKED = Pattern.compile(
            "(?:MessageDigest|Mac|Cipher|Signature|Key\\w*|SecretKeyFactory|SSLContext|SecureRandom|AlgorithmParameters)"
                    + "\\.getInstance\\(\\s*((?:[^()]|\\(\\))*?)\\s*\\)|new SecretKeySpec\\([^;]*?,\\s*([^;]*?)\\)"
                    + "|Predefined\\w+Parameters\\.(\\w+)|new (\\w+)PasswordEncoder\\(");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Za-z0-9_-]+)` \\|");

    /** The key says which: {@code Keys} makes it. */
    private static final Set<String> OF_A_KEY = Set.of("key.getAlgorithm()");

    @Test
    void every_cipher_of_the_code_is_in_the_table_and_no_other() throws IOException {
        assertThat(used(sources())).isNotEmpty().isEqualTo(told());
    }

    @Test
    void a_weak_cipher_that_somebody_brings_is_found() throws IOException {
        Map<String, String> planted = new TreeMap<>(sources());
        planted.put(
                "Planted.java",
                "Cipher.getInstance(\"AES/ECB/PKCS5Padding\"); MessageDigest.getInstance(WEAK);"
                        + " String WEAK = \"MD5\"; new BCryptPasswordEncoder(10)");

        assertThat(used(planted))
                .contains("AES/ECB/PKCS5Padding", "MD5", "BCrypt")
                .isNotEqualTo(told());
    }

    /** SHA-1 stands in the numbers of a second step alone, where RFC 6238 and every app have it. */
    @Test
    void none_of_the_table_is_weak() throws IOException {
        Map<String, String> others = new TreeMap<>(sources());
        others.keySet().removeIf(file -> file.endsWith("Totp.java"));

        assertThat(used(others)).doesNotContain("HmacSHA1");
        assertThat(told()).isSubsetOf("SHA-256", "HmacSHA1", "HmacSHA256", "Ed25519", "AES256_GCM", "Argon2id");
    }

    private static Set<String> told() throws IOException {
        String rules = Files.readString(Path.of("docs/security/rules.md"));
        String table = rules.substring(rules.indexOf("## Ciphers and keys"), rules.indexOf("## What kinds of data"));
        return ROW.matcher(table).results().map(row -> row.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> used(Map<String, String> sources) {
        Set<String> used = new TreeSet<>();
        String all = String.join("\n", sources.values());
        for (String source : sources.values()) {
            Matcher asked = ASKED.matcher(source);
            while (asked.find()) {
                String name = Stream.of(asked.group(1), asked.group(2), asked.group(3), asked.group(4))
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .orElseThrow();
                if (!OF_A_KEY.contains(name)) {
                    used.add(resolved(name, source, all));
                }
            }
        }
        return used;
    }

    /** A text as it stands, a constant by its value, an encoder by what it encodes with. */
    private static String resolved(String name, String source, String all) {
        if (name.startsWith("\"")) {
            return name.replaceAll("\"", "");
        }
        String constant = name.replaceFirst(".*\\.", "");
        Pattern value = Pattern.compile("String " + constant + " = \"([^\"]+)\"");
        return Stream.of(source, all)
                .map(value::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElse(name.equals("Argon2") ? "Argon2id" : name);
    }

    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                // Cut before a call's dot, long lines hide their algorithms from a search by line.
                sources.put(file.toString(), Files.readString(file).replaceAll("\\s+\\.", "."));
            }
        }
        return sources;
    }
}
