package by.pobach.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Doors that stand in no code of the house, because whoever finds one can do anything. Each rule also finds a planted one. */
class ForbiddenCallsTests {
    private static final Path CODE = Path.of("src/main/java/by/pobach");
    private static final Path STATIC = Path.of("src/main/resources/static");

    /** What is called, as {@code owner.name}, and the classes that may: each with a reason that holds. */
    private enum Forbidden {
        PROCESS(
                "java\\.lang\\.Runtime\\.(exec|load.*)|java\\.lang\\.ProcessBuilder\\..*",
                // PostgreSQL's own programs, and our own Java that cleans files apart: by full path, argument by
                // argument.
                "PostgresBinaries",
                "vault.Workbench"),
        CODE_FROM_TEXT(
                "javax\\.script\\..*|org\\.springframework\\.expression\\..*|org\\.thymeleaf\\.I?TemplateEngine\\.process.*"
                        + "|java\\.lang\\.ClassLoader\\.defineClass|java\\.lang\\.invoke\\.MethodHandles\\$Lookup\\.defineClass"),
        OBJECTS_FROM_BYTES(
                "java\\.io\\.ObjectInputStream\\..*|java\\.beans\\.XMLDecoder\\..*|.*\\.SerializationUtils\\.deserialize"
                        + "|.*\\.activateDefaultTyping.*"),
        NAMING("javax\\.naming\\..*"),
        XML("javax\\.xml\\..*|org\\.xml\\.sax\\..*|org\\.w3c\\.dom\\..*|org\\.dom4j\\..*"),
        CALLING_OUT(
                "java\\.net\\.http\\..*|java\\.net\\.URL\\.(openConnection|openStream|getContent)"
                        + "|java\\.net\\.Socket\\.<init>|java\\.net\\.HttpURLConnection\\..*|org\\.springframework\\.web\\.client\\..*"
                        + "|org\\.springframework\\.web\\.reactive\\..*|jakarta\\.mail\\.Transport\\..*",
                // A new build walks through its own pages, on this machine; PostgreSQL is read out of our own jar;
                // letters
                // go to the mail server, files to the virus scanner that the operator names.
                "Training",
                "TrainingBooking",
                "PostgresBinaries",
                "letters.MailServer",
                "vault.Scanner"),
        GUESSABLE(
                "java\\.util\\.Random\\.<init>|java\\.lang\\.Math\\.random|java\\.util\\.concurrent\\.ThreadLocalRandom\\..*"
                        + "|java\\.util\\.SplittableRandom\\..*|java\\.util\\.UUID\\.randomUUID"
                        + "|org\\.apache\\.commons\\.lang3\\.RandomStringUtils\\..*",
                "TrainingBooking"),
        MEMORY("sun\\.misc\\.Unsafe\\..*|java\\.lang\\.foreign\\..*|java\\.lang\\.System\\.load.*");

        private final Pattern calls;
        private final List<String> may;

        Forbidden(String calls, String... may) {
            this.calls = Pattern.compile(calls);
            this.may = Stream.of(may).map(name -> "by.pobach." + name).toList();
        }

        List<String> in(JavaClasses house) {
            return house.stream()
                    .filter(type -> !may.contains(outermost(type)))
                    .flatMap(type -> type.getAccessesFromSelf().stream())
                    .filter(access -> calls.matcher(called(access)).matches())
                    .map(access -> outermost(access.getOriginOwner()) + " " + called(access))
                    .distinct()
                    .toList();
        }

        private static String called(JavaAccess<?> access) {
            return access.getTargetOwner().getName() + "." + access.getTarget().getName();
        }

        private static String outermost(JavaClass type) {
            return type.getName().replaceFirst("\\$.*", "");
        }
    }

    /** Ways in which a page or its script could take text for code, or keep what it should not. */
    private static final Map<String, Pattern> IN_PAGES = Map.of(
            "text that is not escaped", Pattern.compile("th:utext|\\[\\("),
            "an expression made of data", Pattern.compile("__\\$|\\$\\{#(?:execInfo|ctx)|T\\(java"),
            "a script in the page",
                    Pattern.compile("(?i)th:inline=.javascript|<script(?![^>]*src=)|\\son[a-z]+=|javascript:"),
            "somebody else's content", Pattern.compile("(?i)<(?:object|embed|applet|iframe|frame|base)\\b"));

    private static final Map<String, Pattern> IN_SCRIPTS = Map.of(
            "text taken for a page", Pattern.compile("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|srcdoc"),
            "text taken for code",
                    Pattern.compile("\\beval\\(|new Function|setTimeout\\(['\"`]|setInterval\\(['\"`]|import\\("),
            "something kept in the browser",
                    Pattern.compile("localStorage|sessionStorage|indexedDB|caches\\.|document\\.cookie\\s*="),
            "an open ear", Pattern.compile("postMessage|['\"]message['\"]|onmessage|WebSocket|EventSource"),
            "a password that cannot be pasted", Pattern.compile("['\"]paste['\"]|onpaste"));

    private static final Pattern SQL = Pattern.compile("\\.(sql|prepareStatement|prepareCall)\\(");

    /** Looked at: a local text block, or what a method of the same class gives in, a constant text each time. */
    private static final List<String> CONSTANTS_COME_IN = List.of(
            "offers/ServiceTable.java: statement",
            "people/StaffTable.java: statement",
            "diary/DiaryTable.java: insert",
            "diary/DiaryTable.java: select",
            "figures/RowsTable.java: '' + condition + ''",
            "consent/ConsentTable.java: '' + function + ''");

    @TempDir
    Path scratch;

    @Test
    void no_class_calls_what_is_forbidden() {
        JavaClasses house = new ClassFileImporter().importPath(Path.of("target/classes"));

        assertThat(house).hasSizeGreaterThan(300);
        for (Forbidden rule : Forbidden.values()) {
            assertThat(rule.in(house)).as(rule.name()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PROCESS            | new ProcessBuilder("sh", "-c", typed).start()
            CODE_FROM_TEXT     | new javax.script.ScriptEngineManager().getEngineByName(typed)
            OBJECTS_FROM_BYTES | new java.io.ObjectInputStream(System.in).readObject()
            NAMING             | new javax.naming.InitialContext().lookup(typed)
            XML                | javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder()
            CALLING_OUT        | java.net.URI.create(typed).toURL().openStream()
            GUESSABLE          | new java.util.Random().nextLong()
            MEMORY             | java.lang.foreign.Arena.global()
            """)
    void each_is_found_where_it_is_planted(Forbidden rule, String call) throws IOException {
        Path file = scratch.resolve("Planted.java");
        Files.writeString(
                file,
                "package by.pobach.visits; class Planted { Object typed(String typed) throws Exception { return " + call
                        + "; } }");
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", scratch.toString(), file.toString());

        assertThat(failed).isZero();
        assertThat(rule.in(new ClassFileImporter().importPath(scratch))).isNotEmpty();
    }

    @Test
    void sql_is_never_put_together_from_what_somebody_typed() throws IOException {
        List<String> found = new ArrayList<>();
        int asked = 0;
        for (Path file : files(CODE, ".java")) {
            String name = CODE.relativize(file).toString();
            String text = Files.readString(file);
            asked += (int) SQL.matcher(text).results().count();
            if (name.contains("/")) { // the installation's own SQL is the operator's, before anybody can ask anything
                builtSql(text).forEach(sql -> found.add(name + ": " + sql));
            }
        }
        assertThat(asked).isGreaterThan(100);
        assertThat(found).isSubsetOf(CONSTANTS_COME_IN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc.sql(\"select * from a where b = '\" + typed + \"'\").query()",
                "jdbc.sql(\"select %s\".formatted(column)).query()",
                "jdbc.sql(query(typed)).update()"
            })
    void sql_that_is_put_together_is_found(String planted) {
        assertThat(builtSql(planted)).hasSize(1);
        assertThat(builtSql("jdbc.sql(\"select \" + COLUMNS + \"\"\"\n from a\"\"\").param(1)"))
                .isEmpty();
    }

    @Test
    void no_page_takes_text_for_code() throws IOException {
        List<Path> pages = files(CODE, ".html");

        assertThat(pages).hasSizeGreaterThan(50);
        assertThat(found(pages, IN_PAGES)).isEmpty();
    }

    @Test
    void no_script_takes_text_for_code_or_keeps_what_it_read() throws IOException {
        List<Path> scripts = files(STATIC, ".js");

        assertThat(scripts).isNotEmpty();
        assertThat(found(scripts, IN_SCRIPTS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p th:utext=\"${note}\">",
                "<p>[(${note})]</p>",
                "<p th:text=\"__${note}__\">",
                "<a href=\"javascript:x\">",
                "<p onclick=\"x\">",
                "<script>x</script>",
                "<iframe src=\"x\">"
            })
    void a_page_that_does_is_found(String planted) throws IOException {
        assertThat(found(List.of(Files.writeString(scratch.resolve("planted.html"), planted)), IN_PAGES))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.innerHTML = b",
                "eval(b)",
                "localStorage.x = 1",
                "addEventListener('message', f)",
                "field.addEventListener('paste', f)"
            })
    void a_script_that_does_is_found(String planted) throws IOException {
        assertThat(found(List.of(Files.writeString(scratch.resolve("planted.js"), planted)), IN_SCRIPTS))
                .isNotEmpty();
    }

    private static List<String> found(List<Path> files, Map<String, Pattern> rules) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            String text = Files.readString(file).replaceAll("(?s)<!--.*?-->", "");
            rules.forEach((what, rule) ->
                    rule.matcher(text).results().forEach(hit -> found.add(file + " has " + what + ": " + hit.group())));
        }
        return found;
    }

    /** What stands between the brackets and is neither a text nor a constant. */
    private static List<String> builtSql(String text) {
        String plain = text.replaceAll("(?s)\"\"\".*?\"\"\"", "''").replaceAll("\"(?:\\\\.|[^\"\\\\\n])*\"", "''");
        return SQL.matcher(plain)
                .results()
                .map(call -> argument(plain, call.end()))
                .filter(argument -> !argument.matches(
                        "(?s)(?:[\\s'+,]|\\.formatted\\((?=[A-Z])|\\)|\\b(?:\\w+\\.)?[A-Z][A-Z_0-9]*\\b)*"))
                .toList();
    }

    private static String argument(String text, int from) {
        int open = 1;
        int at = from;
        while (open > 0 && at < text.length()) {
            char letter = text.charAt(at++);
            open += letter == '(' ? 1 : letter == ')' ? -1 : 0;
        }
        return text.substring(from, at - 1);
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }
}
